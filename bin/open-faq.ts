// A FAQ folder, ready to answer: read, checked, and trained or remembered from the last time.
import { createHash } from "node:crypto";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join, relative } from "node:path";
import type { Faq } from "../functions/webhook/faq/faq.ts";
import { formatProblem, type Problem } from "../functions/webhook/faq/problem.ts";
import { type PublishedFaq, publish } from "../functions/webhook/faq/published.ts";
import { type FaqReading, readFaq } from "../functions/webhook/faq/read.ts";
import type { FaqFile } from "../functions/webhook/faq/yaml.ts";
import {
  decodeModel,
  encodeModel,
  type Trained,
} from "../functions/webhook/matching/model-file.ts";
import { train } from "../functions/webhook/training/train.ts";
import { readFaqFolder } from "./faq-folder.ts";
import { startProgress } from "./progress.ts";
import { UserError } from "./user-error.ts";

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
    super(
      [
        ...errors.map((problem) => formatProblem({ ...problem, file: join(folder, problem.file) })),
        `The FAQ in ${folder} can't be used: ${errors.length} ${errors.length === 1 ? "problem" : "problems"}.`,
      ].join("\n"),
    );
    this.problems = problems;
  }
}

/** @throws UserError if the folder can't be read */
export function readFolder(folder: string): {
  files: FaqFile[];
  reading: FaqReading;
} {
  let files: FaqFile[];
  try {
    files = readFaqFolder(folder);
  } catch (error) {
    throw new UserError((error as Error).message, 2);
  }
  return { files, reading: readFaq(files) };
}

/**
 * Opens a folder, training unless the very same files and code were trained before.
 * @throws FaqProblems if the FAQ has errors
 */
export function openFaq(folder: string, onProgress?: (share: number) => void): OpenFaq {
  const { files, reading } = readFolder(folder);
  if (reading.kind === "problems") throw new FaqProblems(reading.problems, folder);
  const code = readCode();
  const learnt = fingerprint([learntFrom(reading.faq), ...code.filter(isLearning)]);
  return {
    faq: publish(reading.faq),
    build: fingerprint([...files, ...code, ...readLock()]),
    ...trainedOnce(reading.faq, learnt, onProgress),
  };
}

/** The same for a person who waits: it shows on the terminal how far learning has come. */
export function openFaqWithProgress(folder: string): OpenFaq {
  const progress = startProgress("Learning the FAQ");
  try {
    return openFaq(folder, progress.show);
  } finally {
    progress.end();
  }
}

function trainedOnce(faq: Faq, name: string, onProgress?: (share: number) => void): Trained {
  const folder = join(process.env.DATA_DIR || ".data", "models");
  const path = join(folder, `${name}.bin`);
  try {
    return decodeModel(readFileSync(path));
  } catch {
    // Not trained yet, or not readable: train.
  }
  const bytes = encodeModel(train(faq, onProgress));
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${path}.${process.pid}`, bytes);
    renameSync(`${path}.${process.pid}`, path);
    forgetOld(folder);
  } catch {
    // A folder that can't be written costs time, nothing else.
  }
  return decodeModel(bytes);
}

const keptModels = 6;

function forgetOld(folder: string): void {
  const age = (name: string) => statSync(join(folder, name)).mtimeMs;
  const models = readdirSync(folder).sort((a, b) => age(b) - age(a));
  for (const name of models.slice(keptModels)) rmSync(join(folder, name), { force: true });
}

/** What a model is made of: an answer can change without anything being learnt anew. */
function learntFrom({ bot, entries, words, offtopic }: Faq): FaqFile {
  const learnt = {
    languages: bot.languages,
    smalltalk: bot.smalltalk.map(({ kind, phrasings }) => [kind, phrasings]),
    entries: entries.map(({ id, phrasings }) => [id, phrasings]),
    slang: [...words.slang],
    concepts: [...words.concepts],
    offtopic: [...offtopic.values()],
  };
  return { path: "learnt", text: JSON.stringify(learnt) };
}

/** All of the function's code. */
function readCode(): FaqFile[] {
  const folder = join(import.meta.dirname, "../functions/webhook");
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
    .map((path) => ({ path: relative(folder, path), text: readFileSync(path, "utf8") }));
}

/** The versions of all packages, those of the bundle among them. */
function readLock(): FaqFile[] {
  const path = join(import.meta.dirname, "../package-lock.json");
  return [{ path: "package-lock.json", text: readFileSync(path, "utf8") }];
}

/** True of the code that reads and trains: a change of it changes the model too. */
function isLearning({ path }: FaqFile): boolean {
  return ["faq", "matching", "training"].some((folder) => path.startsWith(join(folder, "/")));
}

/** The same only for the same texts. */
function fingerprint(files: readonly FaqFile[]): string {
  const hash = createHash("sha256");
  for (const { path, text } of files) hash.update(`${path}\0${text}\0`);
  return hash.digest("hex").slice(0, 16);
}
