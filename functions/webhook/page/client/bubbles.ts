// What stands inside the bot's bubbles: welcome, menu, answers, suggestions.
import type { ChatEntry, ChatFaq } from "../chat-faq.ts";
import { sayChecked } from "../checked.ts";
import { inLanguage } from "../in-language.ts";
import { isSafeLink } from "../paragraphs.ts";
import { uiTextsIn } from "../ui-texts.ts";
import type { ChatReply, ReplySource } from "./chat-reply.ts";
import { element } from "./element.ts";
import { feedbackForm, type Rate } from "./feedback.ts";
import { link, paragraphs } from "./linked-text.ts";
import { type Choose, questionList, topicList } from "./topics.ts";

export interface Bubbles {
  welcome(language: string): HTMLElement;
  menu(language: string): HTMLElement;
  reply(reply: ChatReply, asked: Asked): HTMLElement;
}

/** How a question came: in a person's own words, or chosen from those of the FAQ. */
export type Asked = "typed" | "chosen";

export function createBubbles(
  faq: ChatFaq,
  entries: ReadonlyMap<string, ChatEntry>,
  choose: Choose,
  rate: Rate,
): Bubbles {
  function answer(reply: ChatReply, entry: ChatEntry, asked: Asked): HTMLElement {
    const { language, answer, sources, text } = reply;
    const question = element("h2", {}, inLanguage(entry.question, language));
    return bubble(
      language,
      // Shows a person what their words were taken for.
      ...(asked === "typed" ? [question] : []),
      ...paragraphs(answer ?? text, language),
      ...(answer === undefined ? [] : sourceList(sources, language)),
      ...checked(entry, language),
      ...related(entry, language),
      ...(reply.feedback ? [feedbackForm(reply.feedback, language, rate)] : []),
    );
  }

  function sourceList(sources: readonly ReplySource[], language: string): HTMLElement[] {
    if (sources.length === 0) return [];
    const items = sources.map(({ title, url }) =>
      element("li", {}, isSafeLink(url) ? link(url, title, language) : title),
    );
    const label = inLanguage(faq.labels.source, language);
    return [smallLabel(label), element("ul", { class: "sources" }, ...items)];
  }

  function checked({ verified }: ChatEntry, language: string): HTMLElement[] {
    if (verified === "") return [];
    const text = sayChecked(inLanguage(faq.labels.checked, language), verified, language);
    return [element("p", { class: "checked" }, text)];
  }

  function related(entry: ChatEntry, language: string): HTMLElement[] {
    const questions = entry.related
      .map((id) => entries.get(id))
      .filter((other) => other !== undefined)
      .map(({ id, question }) => ({
        entry: id,
        title: inLanguage(question, language),
      }));
    if (questions.length === 0) return [];
    const label = inLanguage(faq.labels.related, language);
    return [smallLabel(label), questionList(questions, language, choose)];
  }

  /** The options in full, or as the server titles those that this page doesn't know. */
  function optionList({ options, language }: ChatReply): HTMLElement {
    const questions = options.map(({ entry, title }) => {
      const known = entries.get(entry);
      return {
        entry,
        title: known ? inLanguage(known.question, language) : title,
      };
    });
    return questionList(questions, language, choose);
  }

  /** Where there is no answer, the topics are; after small talk they wait behind one line. */
  function nextSteps(reply: ChatReply): HTMLElement[] {
    const { outcome, language, options, text } = reply;
    if (options.length > 0) return [optionList(reply)];
    const topics = topicList(faq, language, choose);
    const isMenu = text.startsWith(inLanguage(faq.messages.menu, language));
    if (outcome === "fallback" || isMenu) return [topics];
    if (outcome !== "smalltalk") return [];
    return [disclosure(uiTextsIn(language).topics, topics)];
  }

  return {
    welcome(language) {
      const privacy = paragraphs(inLanguage(faq.messages.privacy, language), language);
      return bubble(
        language,
        ...paragraphs(inLanguage(faq.messages.welcome, language), language),
        topicList(faq, language, choose),
        disclosure(uiTextsIn(language).privacy, ...privacy),
      );
    },
    menu: (language) =>
      bubble(
        language,
        ...paragraphs(inLanguage(faq.messages.menu, language), language),
        topicList(faq, language, choose),
      ),
    reply(reply, asked) {
      const entry = entries.get(reply.entry ?? "");
      if (entry) return answer(reply, entry, asked);
      return bubble(reply.language, ...paragraphs(reply.text, reply.language), ...nextSteps(reply));
    },
  };
}

function bubble(language: string, ...content: HTMLElement[]): HTMLElement {
  return element("div", { class: "bubble", lang: language }, ...content);
}

function smallLabel(text: string): HTMLElement {
  return element("p", { class: "label" }, text);
}

function disclosure(title: string, ...content: HTMLElement[]): HTMLElement {
  return element("details", { class: "more" }, element("summary", {}, title), ...content);
}
