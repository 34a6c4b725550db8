// Where the words of a reply stand in the FAQ's files.
import type { Choice } from "../../functions/webhook/choice.ts";
import { type LabelName, type Language, messageNames } from "../../functions/webhook/faq/faq.ts";
import { oneForAll } from "../../functions/webhook/faq/one-for-all.ts";
import type { PublishedEntry, PublishedFaq } from "../../functions/webhook/faq/published.ts";
import type { Path } from "../../functions/webhook/faq/yaml.ts";

export interface Origin {
  readonly field:
    | "question"
    | "short"
    | "answer"
    | "source"
    | "related"
    | "category"
    | "message"
    | "label"
    | "reply";
  /** The entry in whose file it stands; bot.yaml if absent. */
  readonly entry?: string;
  /** Where in that file: `["answer", "id"]`. */
  readonly path: Path;
  /** That of the reply, also for what is the same in every language, as a source's title may be. */
  readonly language: Language;
}

export interface Written {
  readonly origin: Origin;
  readonly text: string;
}

export interface WrittenIn {
  answer(entry: PublishedEntry, language: Language): Written;
  sources(entry: PublishedEntry, language: Language): Written[];
  message(name: (typeof messageNames)[number], language: Language): Written;
  label(name: LabelName, language: Language): Written;
  smalltalk(kind: string, language: Language): Written;
  /** What a button for this choice says; the question if `whole`. */
  choice(choice: Choice, whole?: boolean): Written | undefined;
}

export function createWritten({ bot, entries }: PublishedFaq): WrittenIn {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));

  const inEntry = (
    entry: PublishedEntry,
    field: "question" | "short" | "answer",
    language: Language,
  ): Written => ({
    origin: { field, entry: entry.id, path: [field, language], language },
    text: entry[field][language] ?? "",
  });
  const message: WrittenIn["message"] = (name, language) => ({
    origin: { field: "message", path: ["messages", name, language], language },
    text: bot.messages[name][language] ?? "",
  });
  const label: WrittenIn["label"] = (name, language) => ({
    origin: { field: "label", path: ["labels", name, language], language },
    text: bot.labels[name][language] ?? "",
  });

  return {
    answer: (entry, language) => inEntry(entry, "answer", language),
    sources: ({ id, sources }, language) =>
      sources.map(({ title }, index) => {
        const path = ["sources", index, "title"];
        const place = oneForAll(title) === undefined ? [...path, language] : path;
        return {
          origin: { field: "source", entry: id, path: place, language },
          text: title[language] ?? "",
        };
      }),
    message,
    label,
    smalltalk(kind, language) {
      const text = bot.smalltalk.find((other) => other.kind === kind)?.reply[language] ?? "";
      // A kind without a reply of its own says the message of its name.
      const name = messageNames.find((name) => name === kind);
      if (name && bot.messages[name][language] === text) return message(name, language);
      return {
        origin: { field: "reply", path: ["smalltalk", kind, "reply", language], language },
        text,
      };
    },
    choice(choice, whole = false) {
      const { language } = choice;
      switch (choice.kind) {
        case "entry": {
          const entry = byId.get(choice.entry);
          return entry && inEntry(entry, whole ? "question" : "short", language);
        }
        case "category": {
          const { category, from } = choice;
          if (from > 0) return label("more", language);
          const path = ["categories", category, language];
          const text = bot.categories.get(category)?.[language] ?? category;
          return { origin: { field: "category", path, language }, text };
        }
        case "feedback":
          return label(choice.isHelpful ? "helpful" : "unhelpful", language);
      }
    },
  };
}
