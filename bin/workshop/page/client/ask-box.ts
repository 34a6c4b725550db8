// The question somebody tries, and why it is answered so; asked again whenever more is learnt.
import type { Explained } from "../../explained.ts";
import type { WorkshopState } from "../../state.ts";
import { askView } from "./ask-view.ts";
import { morphChildren } from "./morph.ts";
import { type AskFailure, askWhy } from "./requests.ts";
import type { Shown } from "./shown.ts";

export interface AskParts {
  readonly form: HTMLFormElement;
  readonly field: HTMLInputElement;
  readonly status: HTMLElement;
  readonly place: HTMLElement;
}

export interface AskBox {
  /** Shows what is known, in the page's language of the moment. */
  show(): void;
  /** Asks once more, if what answers has changed. */
  follow(state: WorkshopState): void;
}

export function createAskBox(
  { form, field, status, place }: AskParts,
  shown: () => Shown | undefined,
  announce: (text: string) => void,
): AskBox {
  let asked = "";
  let latest = 0;
  let result: Explained | AskFailure | "asking" | undefined;
  let explained: Explained | undefined;
  let learnt = "";

  async function ask(): Promise<void> {
    if (asked === "") return;
    latest += 1;
    const mine = latest;
    const answer = await askWhy(asked);
    // Of several under way only the last one counts.
    if (mine !== latest) return;
    result = answer;
    if (typeof answer !== "string") explained = answer;
    show();
    const decision = place.querySelector(".decided")?.textContent;
    if (typeof answer !== "string" && decision) announce(decision);
  }

  function show(): void {
    const now = shown();
    if (!now) return;
    say(status, sayResult(result, now));
    if (explained) morphChildren(place, ...askView(explained, now));
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    asked = field.value.trim();
    if (asked === "") return field.focus();
    result = "asking";
    show();
    void ask();
  });

  return {
    show,
    follow(state) {
      const { learning, lastSave, isBroken } = state;
      const now = `${learning.kind} ${lastSave?.sinceMs ?? 0} ${isBroken}`;
      if (now === learnt) return;
      learnt = now;
      void ask();
    },
  };
}

function sayResult(
  result: Explained | AskFailure | "asking" | undefined,
  { texts }: Shown,
): string {
  switch (result) {
    case "asking":
      return texts.asking;
    case "tooLong":
      return texts.askTooLong;
    case "notYet":
      return texts.askNotYet;
    case "failed":
      return texts.askFailed;
    default:
      return "";
  }
}

/** What is said already is not said again. */
function say(place: HTMLElement, text: string): void {
  if (place.textContent !== text) place.textContent = text;
}
