// The question box with its list of similar questions: an ARIA 1.2 combobox that never insists.
// https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
import { element } from "./element.ts";
import type { FindSimilar, KnownQuestion } from "./similar.ts";

export interface ComboboxParts {
  readonly field: HTMLInputElement;
  readonly list: HTMLUListElement;
  readonly announcer: HTMLElement;
}

export interface ComboboxEvents {
  readonly onChoose: (question: KnownQuestion) => void;
  /** What to say to screen readers when the list opens. */
  readonly sayFound: (count: number) => string;
}

export interface Combobox {
  /** Searches other questions from now on: those of another language. */
  setQuestions(find: FindSimilar, language: string): void;
  close(): void;
}

/** Announcements wait until typing pauses; a screen reader speaks each key meanwhile. */
const announceAfterMs = 600;

export function createCombobox(parts: ComboboxParts, events: ComboboxEvents): Combobox {
  const { field, list, announcer } = parts;
  let find: FindSimilar = () => [];
  let shown: readonly KnownQuestion[] = [];
  /** The option that Enter would choose; -1 while the text itself would be sent. */
  let active = -1;
  let announcing = 0;

  function show(questions: readonly KnownQuestion[]): void {
    shown = questions;
    list.replaceChildren(
      ...questions.map((question, index) => {
        const option = element("li", { id: `similar-${index}`, role: "option" }, question.text);
        option.addEventListener("click", () => choose(question));
        return option;
      }),
    );
    list.hidden = questions.length === 0;
    field.setAttribute("aria-expanded", String(questions.length > 0));
    activate(-1);
    announce(questions.length === 0 ? "" : events.sayFound(questions.length));
  }

  function announce(text: string): void {
    clearTimeout(announcing);
    announcer.textContent = "";
    announcing = setTimeout(() => {
      announcer.textContent = text;
    }, announceAfterMs);
  }

  function activate(index: number): void {
    active = index;
    for (const [place, option] of [...list.children].entries()) {
      option.setAttribute("aria-selected", String(place === index));
    }
    if (index === -1) field.removeAttribute("aria-activedescendant");
    else {
      field.setAttribute("aria-activedescendant", `similar-${index}`);
      list.children[index]?.scrollIntoView({ block: "nearest" });
    }
  }

  /** One step down or up; beyond either end lies the text itself. */
  function step(by: 1 | -1): void {
    if (shown.length === 0) show(find(field.value));
    if (shown.length === 0) return;
    const places = shown.length + 1;
    activate(((active + 1 + by + places) % places) - 1);
  }

  function choose(question: KnownQuestion): void {
    close();
    events.onChoose(question);
  }

  function close(): void {
    show([]);
  }

  field.addEventListener("input", () => show(find(field.value)));
  field.addEventListener("blur", close);
  // Keeps the focus in the field while an option is being pressed.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("mousedown", (event) => event.preventDefault());
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const chosen = shown[active];
    if (event.key === "ArrowDown") step(1);
    else if (event.key === "ArrowUp") step(-1);
    else if (event.key === "Escape" && shown.length > 0) close();
    else if (event.key === "Enter" && chosen) choose(chosen);
    else {
      if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) activate(-1);
      return;
    }
    event.preventDefault();
  });

  return {
    setQuestions(newFind, language) {
      find = newFind;
      list.lang = language;
      close();
    },
    close,
  };
}
