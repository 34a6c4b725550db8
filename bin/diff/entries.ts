// What changed in a FAQ's entries, and in the bot's own words.
import type { Bot, Entry, Faq, Texts } from "../../functions/webhook/faq/faq.ts";
import { likenessOf } from "../likeness.ts";
import { type SourceChange, sourcesOnlyIn } from "./sources.ts";
import { diffWords, type Piece } from "./word-diff.ts";

/** Where to find an entry that is only on one side. */
export interface EntryName {
  readonly id: string;
  readonly category: string;
  /** Its canonical question in the FAQ's first language. */
  readonly question: string;
}

export interface TextChange {
  /** `answer`, `question`, `short`; for the bot's words their place, such as `messages.welcome`. */
  readonly what: string;
  readonly language: string;
  readonly words: readonly Piece[];
}

export interface ValueChange {
  readonly what: "category" | "number" | "related" | "verified";
  readonly from: string;
  readonly to: string;
}

export interface EntryChange {
  readonly id: string;
  readonly texts: readonly TextChange[];
  readonly sources: {
    readonly removed: readonly SourceChange[];
    readonly added: readonly SourceChange[];
  };
  readonly values: readonly ValueChange[];
  /** How many ways of asking went and came. */
  readonly phrasings: { readonly removed: number; readonly added: number };
}

export interface Renaming {
  readonly from: string;
  readonly to: string;
}

export interface EntryChanges {
  readonly added: readonly EntryName[];
  readonly removed: readonly EntryName[];
  /** Entries that went while one came that says nearly the same. */
  readonly renamed: readonly Renaming[];
  /** Entries of both sides whose content differs; a renamed one under its new id. */
  readonly changed: readonly EntryChange[];
}

/** Without `before`, every entry is new. */
export function compareEntries(before: Faq | undefined, after: Faq): EntryChanges {
  const old = new Map(before?.entries.map((entry) => [entry.id, entry]));
  const now = new Map(after.entries.map((entry) => [entry.id, entry]));
  const gone = [...old.values()].filter(({ id }) => !now.has(id));
  const come = [...now.values()].filter(({ id }) => !old.has(id));
  const renamed = findRenamed(gone, come);
  const formerId = new Map(renamed.map(({ from, to }) => [to, from]));
  const newId = new Map(renamed.map(({ from, to }) => [from, to]));
  return {
    added: come.filter(({ id }) => !formerId.has(id)).map((entry) => nameOf(entry, after)),
    removed: gone.filter(({ id }) => !newId.has(id)).map((entry) => nameOf(entry, before ?? after)),
    renamed,
    changed: after.entries.flatMap((entry) => {
      const was = old.get(formerId.get(entry.id) ?? entry.id);
      const change = was && compareEntry(was, entry, newId);
      return change && hasContent(change) ? [change] : [];
    }),
  };
}

/** Of what an entry says, so much must be the same for another to be taken for it. */
const minLikeness = 0.6;

/** The likeliest pairs first, each entry in one pair at most. */
function findRenamed(gone: readonly Entry[], come: readonly Entry[]): Renaming[] {
  const pairs = gone
    .flatMap((from) => come.map((to) => ({ from, to, likeness: likenessOf(says(from), says(to)) })))
    .filter(({ likeness }) => likeness >= minLikeness)
    .sort((a, b) => b.likeness - a.likeness);
  const taken = new Set<Entry>();
  return pairs.flatMap(({ from, to }) => {
    if (taken.has(from) || taken.has(to)) return [];
    taken.add(from).add(to);
    return [{ from: from.id, to: to.id }];
  });
}

function says({ question, answer }: Entry): string {
  return [...Object.values(question), ...Object.values(answer)].join(" ");
}

function nameOf({ id, category, question }: Entry, { bot }: Faq): EntryName {
  return { id, category, question: question[bot.languages[0]] ?? "" };
}

function compareEntry(was: Entry, is: Entry, newId: ReadonlyMap<string, string>): EntryChange {
  const related = (ids: readonly string[]) => ids.map((id) => newId.get(id) ?? id).join(", ");
  const values: ValueChange[] = [
    { what: "category", from: was.category, to: is.category },
    { what: "number", from: String(was.number), to: String(is.number) },
    { what: "related", from: related(was.related), to: related(is.related) },
    { what: "verified", from: was.verified, to: is.verified },
  ];
  const phrasingKey = ({ text, language }: Entry["phrasings"][number]) => `${language}\0${text}`;
  return {
    id: is.id,
    texts: [
      ...compareTexts("question", was.question, is.question),
      ...compareTexts("short", was.short, is.short),
      ...compareTexts("answer", was.answer, is.answer),
    ],
    sources: {
      removed: sourcesOnlyIn(was.sources, is.sources),
      added: sourcesOnlyIn(is.sources, was.sources),
    },
    values: values.filter(({ from, to }) => from !== to),
    phrasings: {
      removed: without(was.phrasings, is.phrasings, phrasingKey).length,
      added: without(is.phrasings, was.phrasings, phrasingKey).length,
    },
  };
}

function hasContent({ texts, sources, values, phrasings }: EntryChange): boolean {
  const counts = [texts.length, sources.removed.length, sources.added.length, values.length];
  return [...counts, phrasings.removed, phrasings.added].some((count) => count > 0);
}

/** What of a list has a key that no item of the other has. */
export function without<T>(
  list: readonly T[],
  other: readonly T[],
  keyOf: (item: T) => string,
): T[] {
  const keys = new Set(other.map(keyOf));
  return list.filter((item) => !keys.has(keyOf(item)));
}

/** The bot's own sentences, labels, titles and small talk, wherever they differ. */
export function compareBots(before: Bot, after: Bot): TextChange[] {
  const old = textsOf(before);
  const now = textsOf(after);
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((what) =>
    compareTexts(what, old.get(what) ?? {}, now.get(what) ?? {}),
  );
}

function textsOf({ name, categories, messages, labels, smalltalk }: Bot): Map<string, Texts> {
  const all: [string, Texts][] = [
    ["name", name],
    ...[...categories].map(([id, title]): [string, Texts] => [`categories.${id}`, title]),
    ...Object.entries(messages).map(([of, texts]): [string, Texts] => [`messages.${of}`, texts]),
    ...Object.entries(labels).map(([of, texts]): [string, Texts] => [`labels.${of}`, texts]),
    ...smalltalk.map(({ kind, reply }): [string, Texts] => [`smalltalk.${kind}.reply`, reply]),
  ];
  return new Map(all);
}

function compareTexts(what: string, before: Texts, after: Texts): TextChange[] {
  const languages = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return languages
    .filter((language) => (before[language] ?? "") !== (after[language] ?? ""))
    .map((language) => ({
      what,
      language,
      words: diffWords(before[language] ?? "", after[language] ?? ""),
    }));
}
