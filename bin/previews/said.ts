// Everything the bot can say, each reply with the words of the FAQ that it is made of.
import type { Language } from "../../functions/webhook/faq/faq.ts";
import type { PublishedEntry, PublishedFaq } from "../../functions/webhook/faq/published.ts";
import { createReplies, type Option, type Reply } from "../../functions/webhook/reply.ts";
import type { Response } from "../../functions/webhook/response.ts";
import { createTypedKeys } from "../../functions/webhook/typed.ts";
import { createWritten, type Origin, type Written } from "./written.ts";

export interface Said {
  readonly response: Response;
  /** What `reply.text` begins with, in order. */
  readonly text: readonly Written[];
  /** What else may stand beneath it, in order. */
  readonly around: readonly Written[];
  /** What stands above the options and above the buttons for feedback. */
  readonly headings: readonly Written[];
  /** What a button that opens the options says. */
  readonly opener: Written;
  /** What is to be changed where options don't fit. */
  readonly list: Origin;
  title(option: Option): Written | undefined;
  question(option: Option): Written | undefined;
}

export interface Sayings {
  answer(entry: PublishedEntry, language: Language): Said;
  suggest(entries: readonly PublishedEntry[], language: Language): Said;
  fallback(language: Language): Said;
  smalltalk(kind: string, language: Language): Said;
  nontext(language: Language | undefined): Said;
  menu(language: Language): Said;
  category(category: string, from: number, language: Language): Said;
  welcome(language: Language | undefined): Said;
  feedback(isHelpful: boolean, language: Language): Said;
}

export function createSayings(faq: PublishedFaq): Sayings {
  const { bot } = faq;
  const replies = createReplies(faq, createTypedKeys(faq));
  const written = createWritten(faq);

  function said(
    reply: Reply,
    text: readonly Written[],
    more: { outcome?: Response["result"]["outcome"]; list?: Origin; entry?: PublishedEntry } = {},
  ): Said {
    const { language, options } = reply;
    const { outcome = "smalltalk", entry } = more;
    const questions = options.map(({ choice }) => written.choice(choice, true));
    const [first = written.label("options", language)] = text;
    const above = entry ? written.label("related", language) : written.message("menu", language);
    const hint = options[0]?.choice.kind === "category" ? "letter" : "reply";
    const sources = entry
      ? [written.label("source", language), ...written.sources(entry, language)]
      : [];
    return {
      response: responseWith(reply, outcome, entry?.id ?? null),
      text,
      around: [...sources, above, ...questions, written.label(hint, language)].filter(
        (piece) => piece !== undefined,
      ),
      headings: [above, written.label("feedback", language)],
      opener: written.label("options", language),
      list: more.list ?? first.origin,
      title: ({ choice }) => written.choice(choice),
      question: ({ choice }) => written.choice(choice, true),
    };
  }

  const inAll = (language: Language | undefined) =>
    language === undefined ? bot.languages : [language];
  const spokenBy = (kind: string, language: Language) =>
    bot.smalltalk.find((other) => other.kind === kind)?.language ?? language;

  return {
    answer: (entry, language) =>
      said(replies.answer(entry, language), [written.answer(entry, language)], {
        outcome: "answer",
        list: { field: "related", entry: entry.id, path: ["related"], language },
        entry,
      }),
    suggest: (entries, language) =>
      said(replies.suggest(entries, language), [written.message("suggest", language)], {
        outcome: "suggest",
      }),
    fallback: (language) =>
      said(
        replies.fallback(language),
        [written.message("fallback", language), written.message("handoff", language)],
        { outcome: "fallback" },
      ),
    smalltalk: (kind, language) =>
      said(replies.smalltalk(kind, language), [written.smalltalk(kind, spokenBy(kind, language))]),
    nontext: (language) =>
      said(
        replies.nontext(language),
        inAll(language).map((each) => written.message("nontext", each)),
        { outcome: "fallback" },
      ),
    menu: (language) =>
      said(replies.category("", 0, language), [written.message("menu", language)]),
    category: (category, from, language) =>
      said(replies.category(category, from, language), [written.message("category", language)], {
        list: { field: "category", path: ["categories", category, language], language },
      }),
    welcome: (language) =>
      said(
        replies.welcome(language),
        inAll(language).map((each) => written.message("welcome", each)),
      ),
    feedback: (isHelpful, language) =>
      said(replies.feedback(isHelpful, language), [
        written.message(isHelpful ? "helpful" : "unhelpful", language),
      ]),
  };
}

/** The response of which this is the reply, as if somebody had asked. */
export function responseWith(
  reply: Reply,
  outcome: Response["result"]["outcome"],
  entry: string | null,
): Response {
  const { language, text } = reply;
  return {
    reply,
    result: { outcome, entry, language, confidence: 1, suggestions: [], text },
    counted: { entry: entry ?? "-", language, outcome: "chosen" },
  };
}
