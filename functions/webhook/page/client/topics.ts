// The menu: each topic opens to its questions.
import type { ChatFaq } from "../chat-faq.ts";
import { inLanguage } from "../in-language.ts";
import { button, element } from "./element.ts";

export type Choose = (entry: string, language: string) => void;

export function topicList(faq: ChatFaq, language: string, choose: Choose): HTMLElement {
  const topics = faq.topics.map((topic) => {
    const title = inLanguage(topic.title, language);
    const questions = topic.entries.map((entry) => ({
      entry: entry.id,
      title: inLanguage(entry.question, language),
    }));
    return element(
      "details",
      { class: "topic" },
      element("summary", {}, title),
      questionList(questions, language, choose),
    );
  });
  return element("div", { class: "topics" }, ...topics);
}

/** Questions as buttons that ask them. */
export function questionList(
  questions: readonly { readonly entry: string; readonly title: string }[],
  language: string,
  choose: Choose,
): HTMLElement {
  const items = questions.map(({ entry, title }) =>
    element(
      "li",
      {},
      button(title, "choice", () => choose(entry, language)),
    ),
  );
  return element("ul", { class: "choices" }, ...items);
}
