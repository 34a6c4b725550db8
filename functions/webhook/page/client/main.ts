// Brings the chat page to life: its data, the conversation, the question box, the language.
import type { ChatFaq } from "../chat-faq.ts";
import { inLanguage } from "../in-language.ts";
import { uiTextsIn } from "../ui-texts.ts";
import { createBubbles } from "./bubbles.ts";
import { askServer } from "./chat-request.ts";
import { createCombobox } from "./combobox.ts";
import { createConversation } from "./conversation.ts";
import { byId } from "./element.ts";
import type { Rated } from "./feedback.ts";
import { excessCharacters } from "./limit.ts";
import { createFindSimilar } from "./similar.ts";
import { showWords } from "./words.ts";

const faq: ChatFaq = JSON.parse(byId("faq", HTMLScriptElement).text);
const entries = new Map(
  faq.topics.flatMap((topic) => topic.entries).map((entry) => [entry.id, entry]),
);
let language = document.documentElement.lang;

const form = byId("ask", HTMLFormElement);
const field = byId("question", HTMLInputElement);
const limit = byId("limit", HTMLParagraphElement);

const bubbles = createBubbles(faq, entries, choose, rate);
const conversation = createConversation({
  log: byId("conversation", HTMLDivElement),
  bubbles,
  language: () => language,
  onEdit: edit,
});
const combobox = createCombobox(
  {
    field,
    list: byId("similar", HTMLUListElement),
    announcer: byId("announcer", HTMLParagraphElement),
  },
  {
    sayFound: (count) => uiTextsIn(language).similarFound(count),
    onChoose({ entry }) {
      clear();
      choose(entry, language);
    },
  },
);

function choose(entry: string, language: string): void {
  const question = entries.get(entry)?.question;
  const text = question ? inLanguage(question, language) : entry;
  void conversation.ask({ text, language, entry });
}

async function rate(choice: string, language: string): Promise<Rated> {
  const result = await askServer({ choice, language, id: crypto.randomUUID() });
  return result.kind === "reply"
    ? { text: result.reply.text, isDone: true }
    : { text: uiTextsIn(language)[result.failure], isDone: false };
}

function edit(text: string): void {
  field.value = text;
  field.focus();
  showLimit();
}

function clear(): void {
  field.value = "";
  showLimit();
}

/** Says how much is too much; true if the question may be sent. */
function showLimit(): boolean {
  const excess = excessCharacters(field.value);
  limit.textContent = excess > 0 ? uiTextsIn(language).tooLong(excess) : "";
  field.setAttribute("aria-invalid", String(excess > 0));
  return excess === 0;
}

function speak(chosen: string): void {
  language = chosen;
  showWords(faq, language);
  byId("welcome", HTMLElement).replaceChildren(bubbles.welcome(language));
  const questions = [...entries.values()].map(({ id, question }) => ({
    entry: id,
    text: inLanguage(question, language),
  }));
  combobox.setQuestions(createFindSimilar(questions), language);
  showLimit();
}

field.addEventListener("input", showLimit);

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = field.value.trim();
  if (text === "" || !showLimit()) return field.focus();
  combobox.close();
  clear();
  void conversation.ask({ text, language });
});

byId("topics", HTMLButtonElement).addEventListener("click", () => {
  conversation.say(bubbles.menu(language));
});

for (const choice of document.querySelectorAll<HTMLElement>("[data-language]")) {
  choice.addEventListener("click", () => speak(choice.dataset.language ?? language));
}

speak(language);
