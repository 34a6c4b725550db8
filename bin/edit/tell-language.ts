// What a person is told of a language: what is left of it, what is wrong with it, how to go on.
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Bot, Language } from "../../functions/webhook/faq/faq.ts";
import { formatProblem, type Problem } from "../../functions/webhook/faq/problem.ts";
import type { FaqFile } from "../../functions/webhook/faq/yaml.ts";
import { numbered } from "../numbered.ts";
import { exitCodes, UserError } from "../user-error.ts";
import { visible } from "../visible.ts";
import { commandIn } from "./command-in.ts";
import { formatGaps, formatSheetGaps, tellDefaults } from "./format-gaps.ts";
import { sheetPath } from "./language-sheet.ts";
import { type LanguageSlot, lacking } from "./language-slots.ts";
import { isReady, type SheetReading } from "./read-sheet.ts";

export interface Told {
  readonly results: readonly string[];
  readonly notes: readonly string[];
  readonly exitCode: number;
}

export interface Work {
  readonly folder: string;
  readonly language: Language;
  readonly files: readonly FaqFile[];
  readonly languages: Bot["languages"];
  readonly slots: readonly LanguageSlot[];
}

/** Of a language that the FAQ has. */
export function tellPresent(work: Work): Told {
  const { folder, language, slots } = work;
  const left = lacking(slots, language);
  const gaps = { language, all: slots, left };
  return {
    results: [formatGaps(gaps, folder)],
    notes: notesOf([
      left.length === 0 ? `"${language}" is whole.` : undefined,
      left.some(({ kind }) => kind !== "phrasings")
        ? "The FAQ can't be used before all texts are there: write each where it is missing."
        : undefined,
      tellDefaults(gaps),
      left.length > 0 ? wordsNote(work) : undefined,
    ]),
    exitCode: exitCodes.fine,
  };
}

/** Of a language that is being prepared. */
export function tellPrepared(work: Work, sheet: SheetReading): Told {
  const { folder, language, slots } = work;
  const gaps = { language, all: slots, left: sheet.left };
  const ready = isReady(sheet);
  const path = join(folder, sheetPath(language));
  if (!sheet.isReadable) {
    const lost = "Nothing is lost: mend that, and all that is written will be read.";
    return { results: tellFaults(work, sheet), notes: [lost], exitCode: exitCodes.problems };
  }
  return {
    results: [formatSheetGaps(gaps), ...tellFaults(work, sheet)],
    notes: notesOf([
      ...sheet.strays.map((stray) => `${path}: the FAQ has no place for this text. ${stray}`),
      isKnownLanguage(language)
        ? undefined
        : `Is "${language}" the code that you mean? No language of that name is known here. To take it back, delete ${path} and the schema beside it.`,
      ...(ready ? tellWhatMayLack(work, sheet) : []),
      tellDefaults(gaps),
      wordsNote(work),
      ready
        ? `All texts are there. Take the language in: ${commandIn(folder, `add-language ${language} --finish`)}`
        : existsSync(path)
          ? `Write what is left in ${path}, and come back at any time. The FAQ works on meanwhile.`
          : `Begin: ${commandIn(folder, `add-language ${language}`)}`,
    ]),
    exitCode: sheet.problems.length > 0 ? exitCodes.problems : exitCodes.fine,
  };
}

function isKnownLanguage(language: Language): boolean {
  const names = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });
  return names.of(language) !== undefined;
}

/** Of a language whose texts would break the FAQ. */
export function refusal(problems: readonly Problem[], { folder, language }: Work): UserError {
  const errors = problems.filter(({ severity }) => severity === "error");
  return new UserError(
    [
      ...errors.map((one) => visible(formatProblem({ ...one, file: join(folder, one.file) }))),
      `Nothing has been changed: with these texts the FAQ could not be used (the lines are those that it would have). Mend them in ${join(folder, sheetPath(language))}.`,
    ].join("\n"),
  );
}

function tellFaults({ folder }: Work, { problems }: SheetReading): string[] {
  return problems.map((problem) => formatProblem({ ...problem, file: join(folder, problem.file) }));
}

/** Of what a language is whole without. */
export function tellWhatMayLack({ language, languages }: Work, { left }: SheetReading): string[] {
  const count = (kind: LanguageSlot["kind"]) => left.filter((slot) => slot.kind === kind).length;
  const [titles, lists] = [count("title"), count("phrasings")];
  return notesOf([
    titles > 0
      ? `${numbered(titles, "source has", "sources have")} no title in "${language}": the one in "${languages[0]}" stands in.`
      : undefined,
    lists > 0
      ? `${numbered(lists, "list of phrasings is", "lists of phrasings are")} empty: whoever asks in this language will hardly find what belongs there.`
      : undefined,
  ]);
}

function wordsNote({ folder, language }: Work): string {
  return `Slang and concepts of all languages stand together in ${join(folder, "words.yaml")}; those of "${language}" help it to be understood.`;
}

export function notesOf(notes: readonly (string | undefined)[]): string[] {
  return notes.filter((note) => note !== undefined);
}
