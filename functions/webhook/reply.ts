// A decision becomes words: answer, suggestion, fallback, small talk, menu.
import { type Choice, payloadName } from "./choice.ts";
import { type LabelName, type Language, type MessageName, smalltalkWithTopics } from "./faq/faq.ts";
import type { PublishedEntry, PublishedFaq } from "./faq/published.ts";
import type { TypedKeys } from "./typed.ts";

/** Something a person may choose next. */
export interface Option {
  readonly choice: Choice;
  /** What to type to choose it where there are no buttons; see typed.ts. */
  readonly key: string;
  /** For a button, which may cut it: at most 24 characters of an entry, 80 of what else there is. */
  readonly title: string;
  /** The whole question; a category has none. */
  readonly question?: string;
}

export interface Reply {
  readonly language: Language;
  /** The answer with its sources, or another sentence of the bot. Never a word of the person's. */
  readonly text: string;
  /** The end of `text` that names the sources, which stays where the answer must be cut. */
  readonly sources: string;
  readonly options: readonly Option[];
  /** What stands above the options. */
  readonly optionsTitle: string;
  /** How to choose by typing. */
  readonly optionsHint: string;
  /** On a button that opens the list of options. */
  readonly optionsButton: string;
  /** The option that leads to those from an index on, where a platform can't show all. */
  readonly rest?: (from: number) => Option;
  /** Whether the answer helped, for buttons only; none beneath what is no answer. */
  readonly feedback: readonly Option[];
  readonly feedbackTitle: string;
}

const maxRelated = 3;

export interface Replies {
  answer(entry: PublishedEntry, language: Language): Reply;
  suggest(entries: readonly PublishedEntry[], language: Language): Reply;
  fallback(language: Language): Reply;
  smalltalk(kind: string, language: Language): Reply;
  /** In every language at once where nothing tells which one the person reads. */
  nontext(language: Language | undefined): Reply;
  category(category: string, from: number, language: Language): Reply;
  /** In every language at once, likewise. */
  welcome(language: Language | undefined): Reply;
  /** Thanks for feedback. */
  feedback(isHelpful: boolean, language: Language): Reply;
}

export function createReplies({ bot, entries }: PublishedFaq, keys: TypedKeys): Replies {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const message = (name: MessageName, language: Language) => bot.messages[name][language] ?? "";
  const label = (name: LabelName, language: Language) => bot.labels[name][language] ?? "";

  const entryOption = (entry: PublishedEntry, language: Language): Option => ({
    choice: { kind: "entry", entry: entry.id, language },
    key: keys.ofEntry(entry.number, language),
    title: entry.short[language] ?? "",
    question: entry.question[language] ?? "",
  });
  const categoryOptions = (language: Language): Option[] =>
    [...bot.categories].map(([category, title], place) => ({
      choice: { kind: "category", category, from: 0, language },
      key: keys.ofCategory(place, language),
      title: title[language] ?? category,
    }));
  const reply = (
    language: Language,
    text: string,
    options: readonly Option[] = [],
    optionsTitle = "",
  ): Reply => ({
    language,
    text,
    sources: "",
    options,
    optionsTitle,
    optionsHint: label(options[0]?.choice.kind === "category" ? "letter" : "reply", language),
    optionsButton: label("options", language),
    feedback: [],
    feedbackTitle: "",
  });
  const inAll = (name: MessageName, language: Language | undefined) =>
    (language === undefined ? bot.languages : [language])
      .map((each) => message(name, each))
      .join("\n\n");
  const feedbackOption = (
    entry: PublishedEntry,
    isHelpful: boolean,
    language: Language,
  ): Option => ({
    choice: { kind: "feedback", isHelpful, entry: entry.id, language, of: "" },
    key: "",
    title: label(isHelpful ? "helpful" : "unhelpful", language),
  });

  return {
    answer(entry, language) {
      const related = entry.related
        .map((id) => byId.get(id))
        .filter((other) => other !== undefined)
        .slice(0, maxRelated);
      const sources = sourceLines(entry, label("source", language), language);
      const text = [entry.answer[language] ?? "", sources].filter(Boolean).join("\n\n");
      const options = related.map((other) => entryOption(other, language));
      return {
        ...reply(language, text, options, label("related", language)),
        sources,
        feedback: [true, false].map((isHelpful) => feedbackOption(entry, isHelpful, language)),
        feedbackTitle: label("feedback", language),
      };
    },
    suggest: (found, language) =>
      reply(
        language,
        message("suggest", language),
        found.map((entry) => entryOption(entry, language)),
      ),
    fallback: (language) =>
      reply(
        language,
        [message("fallback", language), message("handoff", language)].filter(Boolean).join("\n\n"),
        categoryOptions(language),
        message("menu", language),
      ),
    smalltalk(kind, language) {
      const smalltalk = bot.smalltalk.find((other) => other.kind === kind);
      const spoken = smalltalk?.language ?? language;
      const text = smalltalk?.reply[spoken] ?? message("fallback", spoken);
      if (kind === "menu") return reply(spoken, text, categoryOptions(spoken));
      return smalltalkWithTopics.includes(kind)
        ? reply(spoken, text, categoryOptions(spoken), message("menu", spoken))
        : reply(spoken, text);
    },
    nontext: (language) => reply(language ?? bot.languages[0], inAll("nontext", language)),
    category(category, from, language) {
      // A payload may hold a long name shortened.
      const inCategory = entries
        .filter((entry) => [entry.category, payloadName(entry.category)].includes(category))
        .slice(from);
      const [first] = inCategory;
      if (!first) return reply(language, message("menu", language), categoryOptions(language));
      const title = bot.categories.get(first.category)?.[language] ?? first.category;
      const options = inCategory.map((entry) => entryOption(entry, language));
      return {
        ...reply(language, message("category", language), options, title),
        rest: (shown) => ({
          choice: { kind: "category", category, from: from + shown, language },
          key: "",
          title: label("more", language),
        }),
      };
    },
    welcome(language) {
      const spoken = language ?? bot.languages[0];
      const options = categoryOptions(spoken);
      return reply(spoken, inAll("welcome", language), options, message("menu", spoken));
    },
    feedback: (isHelpful, language) =>
      reply(language, message(isHelpful ? "helpful" : "unhelpful", language)),
  };
}

/** The same reply, its feedback buttons naming the message that it answers. */
export function answerTo(of: string, reply: Reply): Reply {
  const feedback = reply.feedback.map(
    (option): Option =>
      option.choice.kind === "feedback" ? { ...option, choice: { ...option.choice, of } } : option,
  );
  return { ...reply, feedback };
}

function sourceLines(entry: PublishedEntry, label: string, language: Language): string {
  if (entry.sources.length === 0) return "";
  const lines = entry.sources.map(({ title, url }) =>
    [title[language], url].filter(Boolean).join("\n"),
  );
  return `${label}:\n${lines.join("\n")}`;
}

/** A reply as plain text, its options numbered: for channels without buttons. */
export function asText(reply: Reply): string {
  if (reply.options.length === 0) return reply.text;
  const lines = reply.options.map(({ key, question, title }) => `${key}. ${question ?? title}`);
  const list = [reply.optionsTitle, ...lines].filter(Boolean).join("\n");
  return [reply.text, list, reply.optionsHint].filter(Boolean).join("\n\n");
}
