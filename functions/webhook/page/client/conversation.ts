// The conversation: each question is followed by its own reply, however late or after how many tries.
import { uiTextsIn } from "../ui-texts.ts";
import type { Asked, Bubbles } from "./bubbles.ts";
import { askServer, type ChatRequest, type Failure } from "./chat-request.ts";
import { button, element, unseen } from "./element.ts";

export interface Question {
  /** As the person sees it: their own words, or the question they chose. */
  readonly text: string;
  readonly language: string;
  /** The FAQ's entry, if it was chosen. */
  readonly entry?: string;
}

export interface Conversation {
  ask(question: Question): Promise<void>;
  /** The bot says something by itself. */
  say(bubble: HTMLElement): void;
}

export interface ConversationParts {
  readonly log: HTMLElement;
  readonly bubbles: Bubbles;
  /** The page's language at the moment, for what it says of itself. */
  readonly language: () => string;
  /** Gives a question back to be shortened. */
  readonly onEdit: (text: string) => void;
}

export function createConversation(parts: ConversationParts): Conversation {
  const { log, bubbles, language, onEdit } = parts;

  function addTurn(...content: HTMLElement[]): HTMLElement {
    const turn = element("div", { class: "turn", tabindex: "-1" }, ...content);
    log.append(turn);
    return turn;
  }

  /** Asks until a reply comes or the person leaves it: the request, with its id, stays the same. */
  async function fetchReply(request: ChatRequest, question: Question, turn: HTMLElement) {
    const waiting = waitingBubble(language());
    turn.append(waiting);
    bringIntoView(turn);
    const result = await askServer(request);
    if (result.kind === "reply") {
      const asked: Asked = question.entry === undefined ? "typed" : "chosen";
      waiting.replaceWith(bubbles.reply(result.reply, asked));
    } else {
      waiting.replaceWith(failureBubble(result.failure, request, question, turn));
    }
    bringIntoView(turn);
  }

  function failureBubble(
    failure: Failure,
    request: ChatRequest,
    question: Question,
    turn: HTMLElement,
  ): HTMLElement {
    const texts = uiTextsIn(language());
    const bubble = element(
      "div",
      { class: "bubble failure", lang: language() },
      element("p", {}, texts[failure]),
    );
    const next =
      failure === "tooLarge"
        ? button(texts.edit, "choice", () => onEdit(question.text))
        : button(texts.retry, "choice", () => {
            turn.focus({ preventScroll: true });
            bubble.remove();
            void fetchReply(request, question, turn);
          });
    bubble.append(next);
    return bubble;
  }

  return {
    async ask(question) {
      const { text, language, entry } = question;
      const id = crypto.randomUUID();
      const turn = addTurn(personBubble(question));
      // Whoever pressed a button goes on from here; whoever typed stays in the field.
      if (entry !== undefined) turn.focus({ preventScroll: true });
      const request = entry === undefined ? { text, language, id } : { entry, language, id };
      await fetchReply(request, question, turn);
    },
    say(bubble) {
      const turn = addTurn(bubble);
      turn.focus({ preventScroll: true });
      bringIntoView(turn);
    },
  };
}

function personBubble({ text, language, entry }: Question): HTMLElement {
  // What a person types is in a language that we don't know.
  const attributes = entry === undefined ? {} : { lang: language };
  const words = element("p", attributes, text);
  return element("div", { class: "bubble mine" }, unseen(`${uiTextsIn(language).you}: `), words);
}

function waitingBubble(language: string): HTMLElement {
  const dots = element("span", { class: "dots", "aria-hidden": "true" });
  dots.append(element("i"), element("i"), element("i"));
  const text = unseen(uiTextsIn(language).waiting);
  return element("div", { class: "bubble waiting", lang: language }, dots, text);
}

/** A turn is read from its question on, so that is where it is scrolled to. */
function bringIntoView(turn: HTMLElement): void {
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  turn.scrollIntoView({ block: "start", behavior: isCalm ? "auto" : "smooth" });
}
