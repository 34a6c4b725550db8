// Beneath an answer: whether it helped. Asked once, and thanked for where it was asked.
import type { ReplyFeedback } from "./chat-reply.ts";
import { button, element } from "./element.ts";
import { paragraphs } from "./linked-text.ts";

/** Sends a choice, and gives back what to say to it. */
export type Rate = (choice: string, language: string) => Promise<Rated>;

export interface Rated {
  readonly text: string;
  /** False where it could not be sent, and may be tried again. */
  readonly isDone: boolean;
}

export function feedbackForm(
  { title, options }: ReplyFeedback,
  language: string,
  rate: Rate,
): HTMLElement {
  const said = element("div", { class: "said", role: "status" });
  const buttons = element("div", { class: "ratings" });
  const attributes = { class: "feedback", role: "group", "aria-label": title, tabindex: "-1" };
  const group = element("div", attributes);
  const send = async (choice: string) => {
    buttons.inert = true;
    const { text, isDone } = await rate(choice, language);
    said.replaceChildren(...paragraphs(text, language));
    buttons.inert = false;
    if (isDone) {
      // Whoever pressed a button goes on from here.
      group.focus({ preventScroll: true });
      buttons.remove();
    }
    group.scrollIntoView({ block: "nearest" });
  };
  for (const { choice, title } of options) {
    buttons.append(button(title, "rating", () => void send(choice)));
  }
  group.append(element("p", { class: "label" }, title), buttons, said);
  return group;
}
