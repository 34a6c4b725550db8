// A FAQ folder, ready to answer: read, checked, and trained or remembered from the last time.
import { join } from "node:path";
import type { Faq } from "../functions/webhook/faq/faq.ts";
import { formatProblem, type Problem } from "../functions/webhook/faq/problem.ts";
import { type PublishedFaq, publish } from "../functions/webhook/faq/published.ts";
import { type FaqReading, readFaq } from "../functions/webhook/faq/read.ts";
import type { FaqFile } from "../functions/webhook/faq/yaml.ts";
import type { Trained } from "../functions/webhook/matching/model-file.ts";
import { readFaqFolder } from "./faq-folder.ts";
import { buildName, modelName } from "./fingerprint.ts";
import { learn } from "./models.ts";
import { numbered } from "./numbered.ts";
import { withProgress } from "./progress.ts";
import { UserError } from "./user-error.ts";
import { visible } from "./visible.ts";

export interface OpenFaq extends Trained {
  readonly faq: PublishedFaq;
  /** Names the FAQ, the code of the function and its packages. */
  readonly build: string;
}

/** The FAQ of a folder could not be used; each problem says where and what to do. */
export class FaqProblems extends UserError {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[], folder: string) {
    const errors = problems.filter(({ severity }) => severity === "error");
    const lines = [
      ...errors.map((problem) => formatProblem({ ...problem, file: join(folder, problem.file) })),
      `The FAQ in ${folder} can't be used: ${numbered(errors.length, "problem")}.`,
    ];
    super(visible(lines.join("\n")));
    this.problems = problems;
  }
}

/** @throws UserError if the folder can't be read */
export function readFolder(folder: string): {
  files: FaqFile[];
  reading: FaqReading;
} {
  const files = readFaqFolder(folder);
  return { files, reading: readFaq(files) };
}

/** @throws FaqProblems if the FAQ has errors, UserError if the folder can't be read */
export function readGoodFaq(folder: string): {
  files: FaqFile[];
  faq: Faq;
} {
  const { files, reading } = readFolder(folder);
  if (reading.kind === "problems") throw new FaqProblems(reading.problems, folder);
  return { files, faq: reading.faq };
}

/**
 * Opens a folder, training unless what is learnt of it was learnt before.
 * @throws FaqProblems if the FAQ has errors
 */
export function openFaq(folder: string, onProgress?: (share: number) => void): OpenFaq {
  const { files, faq } = readGoodFaq(folder);
  const { model, lexicon } = learn(faq, modelName(faq), onProgress);
  return { faq: publish(faq), build: buildName(files), model, lexicon };
}

/** The same for a person who waits: it shows on the terminal how far learning has come. */
export function openFaqWithProgress(folder: string): OpenFaq {
  return withProgress("Learning the FAQ", (show) => openFaq(folder, show));
}
