// YAML text → a checked FAQ, or every problem in it at once.
import type { Bot, Faq, Words } from "./faq.ts";
import { idOf } from "./file-name.ts";
import { compareProblems, type Problem, wholeFaqProblem } from "./problem.ts";
import { checkAcrossEntries } from "./read-across.ts";
import { readBot } from "./read-bot.ts";
import { type ReadEntry, readEntry } from "./read-entry.ts";
import { findTopFile, readTopFile, type TopFile } from "./read-top-file.ts";
import { offtopicShape, wordsShape } from "./shapes.ts";
import type { FaqFile, YamlFile } from "./yaml.ts";

export type FaqReading =
  | { readonly kind: "faq"; readonly faq: Faq; readonly warnings: readonly Problem[] }
  | { readonly kind: "problems"; readonly problems: readonly Problem[] };

/** What can be read of a FAQ, good or not, with its files, so that more can be said of a place. */
export interface FaqSources {
  readonly bot: Bot;
  readonly entries: readonly ReadEntry[];
  readonly words: Words;
  readonly offtopic: Faq["offtopic"];
  /** Every file that could be read. */
  readonly files: readonly YamlFile[];
  readonly problems: readonly Problem[];
}

/**
 * Reads a whole FAQ. Problems of all files are found in one go; with an error among them there is
 * no FAQ, with warnings only there is.
 */
export function readFaq(files: readonly FaqFile[]): FaqReading {
  return asReading(readSources(files));
}

export function asReading({ bot, entries, words, offtopic, problems }: FaqSources): FaqReading {
  if (problems.some(({ severity }) => severity === "error")) return { kind: "problems", problems };
  const sorted = entries.map(({ entry }) => entry).sort((a, b) => a.number - b.number);
  return { kind: "faq", faq: { bot, entries: sorted, words, offtopic }, warnings: problems };
}

export function readSources(files: readonly FaqFile[]): FaqSources {
  const problems: Problem[] = [];
  const { bot, areLanguagesKnown, file: botFile } = readBot(files, problems);
  const entryFiles = files.filter((file) => file.path.includes("/"));
  const entries = numberEntries(
    entryFiles.map((file) => readEntry(file, bot, problems)).filter((entry) => entry !== undefined),
  );
  const words = readTopFile("words.yaml", wordsShape, files, problems);
  const offtopic = readTopFile("offtopic.yaml", offtopicShape, files, problems);
  checkAcrossEntries(entries, new Set(entryFiles.map(({ path }) => idOf(path))), bot);
  reportStrangers(files, problems);
  if (entryFiles.length === 0) {
    problems.push(
      wholeFaqProblem(
        "no-entries",
        "This FAQ has no entry.",
        "Add a file such as faq/topic/question.yaml.",
      ),
    );
  }
  const told = problems.filter(({ rule }) => areLanguagesKnown || !languageRules.includes(rule));
  return {
    bot,
    entries,
    words: wordsIn(words),
    offtopic: new Map(Object.entries((offtopic?.value ?? {}) as Record<string, string[]>)),
    files: [botFile, words?.file, offtopic?.file, ...entries.map(({ file }) => file)].filter(
      (file) => file !== undefined,
    ),
    problems: told.sort(compareProblems),
  };
}

/** Where bot.yaml doesn't name the languages, every text seems to break these. */
const languageRules = ["unknown-language", "missing-language"];

function wordsIn(words: TopFile | undefined): Words {
  const { slang = {}, concepts = {} } = words?.value ?? {};
  return {
    slang: new Map(Object.entries(slang as Record<string, string>)),
    concepts: new Map(Object.entries(concepts as Record<string, string[]>)),
  };
}

const topFiles = ["bot.yaml", "words.yaml", "offtopic.yaml"];

function reportStrangers(files: readonly FaqFile[], problems: Problem[]): void {
  const read = topFiles.map((name) => findTopFile(name, files)?.path);
  for (const { path } of files) {
    if (path.includes("/") || read.includes(path)) continue;
    problems.push({
      file: path,
      line: 1,
      column: 1,
      rule: "unknown-file",
      severity: "warning",
      message: "This file is not read.",
      remedy: `Entries lie in a folder; beside the folders only ${topFiles.join(", ")} are read.`,
    });
  }
}

/** Entries without a number get the smallest free ones, in order of their files. */
function numberEntries(entries: readonly ReadEntry[]): ReadEntry[] {
  const taken = new Set(entries.map(({ entry }) => entry.number));
  let next = 0;
  return entries.map((read) => {
    if (read.entry.number > 0) return read;
    do next += 1;
    while (taken.has(next));
    return { ...read, entry: { ...read.entry, number: next } };
  });
}
