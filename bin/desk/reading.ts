// The FAQ's files as they stand, and what can be made of them without learning anything.
import type { Faq } from "../../functions/webhook/faq/faq.ts";
import { asReading, type FaqSources, readSources } from "../../functions/webhook/faq/read.ts";
import type { FaqFile } from "../../functions/webhook/faq/yaml.ts";
import { readFaqFolder } from "../faq-folder.ts";
import { buildName, modelName } from "../fingerprint.ts";
import { FaqProblems } from "../open-faq.ts";

export interface DeskReading {
  /** Epoch milliseconds of the save, as far as anybody noticed. */
  readonly savedMs: number;
  readonly files: readonly FaqFile[];
  readonly sources: FaqSources;
}

/** A reading without an error. */
export interface GoodReading extends DeskReading {
  readonly faq: Faq;
  readonly build: string;
  readonly modelName: string;
}

/** @throws UserError if the folder can't be read */
export function readAtDesk(folder: string): DeskReading {
  const files = readFaqFolder(folder);
  return { savedMs: Date.now(), files, sources: readSources(files) };
}

/** @throws FaqProblems if it has an error */
export function goodReading(reading: DeskReading, folder: string): GoodReading {
  const judged = asReading(reading.sources);
  if (judged.kind === "problems") throw new FaqProblems(judged.problems, folder);
  const { faq } = judged;
  return { ...reading, faq, build: buildName(reading.files), modelName: modelName(faq) };
}

/** The paths whose text differs, those that came or went among them. */
export function changedFiles(before: readonly FaqFile[], after: readonly FaqFile[]): string[] {
  const was = new Map(before.map(({ path, text }) => [path, text]));
  const is = new Map(after.map(({ path, text }) => [path, text]));
  return [...new Set([...was.keys(), ...is.keys()])].filter(
    (path) => was.get(path) !== is.get(path),
  );
}
