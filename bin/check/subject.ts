// What a rule looks at: the readable parts of a FAQ, arranged so that no rule reads a text twice.
import type { Bot, Entry, Faq, Language } from "../../functions/webhook/faq/faq.ts";
import { publish } from "../../functions/webhook/faq/published.ts";
import { asReading, type FaqSources } from "../../functions/webhook/faq/read.ts";
import type { FaqFile, YamlFile } from "../../functions/webhook/faq/yaml.ts";
import type { Lexicon } from "../../functions/webhook/matching/words.ts";
import type { Loss } from "../previews/loss.ts";
import { createPreviews } from "../previews/previews.ts";
import { findRivals, type Rivalry } from "../rivals/rivals.ts";
import { createSentenceReader } from "../rivals/sentence-reader.ts";
import { type FaqText, type Role, textsOf } from "./faq-texts.ts";

export interface EntrySubject {
  readonly entry: Entry;
  readonly file: YamlFile;
  readonly texts: readonly FaqText[];
}

export interface Subject {
  readonly bot: Bot;
  readonly words: FaqSources["words"];
  readonly entries: readonly EntrySubject[];
  readonly texts: readonly FaqText[];
  /** The whole FAQ, where the reader found no error. */
  readonly faq: Faq | undefined;
  /** Whether every file could be read, so that what stands in none of them stands nowhere. */
  readonly isWhole: boolean;
  /** The file of an entry, by its id; bot.yaml if there is none. */
  readonly fileOf: (id: string | undefined) => YamlFile | undefined;
  /** What the channels would not show as it was written; nothing where there are errors. */
  readonly losses: () => readonly Loss[];
  /** Which entries compete for phrasings; `undefined` where there are errors. */
  readonly rivalry: (onProgress?: (share: number) => void) => Rivalry | undefined;
  readonly lexicon: Lexicon;
  /** The paths of all files, also of those that can't be read. */
  readonly paths: readonly string[];
  /** Words as typed, in one plain form. */
  readonly typed: (text: FaqText) => readonly string[];
  /** The same with slang replaced and particles left out: what the bot learns. */
  readonly standard: (text: FaqText) => readonly string[];
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly staleAfterDays: number;
}

export interface Calendar {
  readonly today: string;
  readonly staleAfterDays: number;
}

export function createSubject(
  files: readonly FaqFile[],
  sources: FaqSources,
  calendar: Calendar,
): Subject {
  const textsIn = new Map(sources.files.map((file) => [file, textsOf(file)]));
  const reader = createSentenceReader(sources.words);
  const reading = asReading(sources);
  const faq = reading.kind === "faq" ? reading.faq : undefined;
  const byId = new Map(sources.entries.map(({ entry, file }) => [entry.id, file]));
  for (const file of sources.files) if (file.path === botFile) byId.set(botFile, file);
  return {
    bot: sources.bot,
    words: sources.words,
    entries: sources.entries.map(({ entry, file }) => ({
      entry,
      file,
      texts: textsIn.get(file) ?? [],
    })),
    texts: [...textsIn.values()].flat(),
    faq,
    isWhole: sources.files.length === files.length,
    fileOf: (id) => byId.get(id ?? botFile),
    losses: once(() => (faq ? createPreviews(publish(faq)).losses() : [])),
    rivalry: once((onProgress) => faq && findRivals(faq, onProgress, reader)),
    lexicon: reader.lexicon,
    paths: files.map(({ path }) => path),
    typed: ({ text }) => reader.typed(text),
    standard: ({ text }) => reader.standard(text),
    ...calendar,
  };
}

const botFile = "bot.yaml";

function once<Given extends unknown[], T>(make: (...given: Given) => T): (...given: Given) => T {
  let made: { readonly value: T } | undefined;
  return (...given) => {
    made ??= { value: make(...given) };
    return made.value;
  };
}

export function inRole(texts: readonly FaqText[], ...roles: readonly Role[]): FaqText[] {
  return texts.filter(({ role }) => roles.includes(role));
}

/** Texts by language, those of no language of the bot (such as `mixed`) left out. */
export function byLanguage(
  texts: readonly FaqText[],
  languages: readonly Language[],
): Map<Language, FaqText[]> {
  const groups = new Map<Language, FaqText[]>(languages.map((language) => [language, []]));
  for (const text of texts) groups.get(text.language ?? "")?.push(text);
  return groups;
}

/** False for `mixed`, and for a language that bot.yaml doesn't name. */
export function isOfBot({ language }: FaqText, { languages }: Bot): boolean {
  return languages.includes(language ?? "");
}
