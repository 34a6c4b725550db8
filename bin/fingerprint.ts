// Names for what is built and learnt: the same only for the same texts.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Faq } from "../functions/webhook/faq/faq.ts";
import type { FaqFile } from "../functions/webhook/faq/yaml.ts";

export interface FaqNames {
  /** Of the FAQ's files, the code of the function and its packages. */
  readonly build: string;
  /** See modelName. */
  readonly model: string;
}

export function namesOf(files: readonly FaqFile[], faq: Faq): FaqNames {
  const code = readCode();
  return {
    build: fingerprint([...files, ...code, ...readLock()]),
    model: modelName(faq, code),
  };
}

/** Names what a model is made of: an answer can change without anything being learnt anew. */
export function modelName(
  { bot, entries, words, offtopic }: Faq,
  code: readonly FaqFile[] = readCode(),
): string {
  const learnt = {
    languages: bot.languages,
    smalltalk: bot.smalltalk.map(({ kind, phrasings }) => [kind, phrasings]),
    entries: entries.map(({ id, phrasings }) => [id, phrasings]),
    slang: [...words.slang],
    concepts: [...words.concepts],
    offtopic: [...offtopic.values()],
  };
  const file = { path: "learnt", text: JSON.stringify(learnt) };
  return fingerprint([file, ...code.filter(isLearning)]);
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
