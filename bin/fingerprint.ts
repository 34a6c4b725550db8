// Names for what is built and learnt: the same only for the same texts.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Faq } from "../functions/webhook/faq/faq.ts";
import type { FaqFile } from "../functions/webhook/faq/yaml.ts";

/** Names what is deployed: the FAQ's files, the code of the function and its packages. */
export function buildName(files: readonly FaqFile[]): string {
  return fingerprint([...files, ...readCode(""), ...readLock("package-lock.json")]);
}

/** Names what a model is made of: an answer can change without anything being learnt anew. */
export function modelName({ bot, entries, words, offtopic }: Faq): string {
  const learnt = {
    languages: bot.languages,
    smalltalk: bot.smalltalk.map(({ kind, phrasings }) => [kind, phrasings]),
    entries: entries.map(({ id, phrasings }) => [id, phrasings]),
    slang: [...words.slang],
    concepts: [...words.concepts],
    offtopic: [...offtopic.values()],
  };
  const file = { path: "learnt", text: JSON.stringify(learnt) };
  return fingerprint([file, ...learningCode.flatMap(readCode)]);
}

/** The function's folders that read, learn and match: a change there changes the model too. */
export const learningCode = ["faq", "matching", "training"];

const functionFolder = join(import.meta.dirname, "../functions/webhook");

/** The function's code in one of its folders, or all of it. */
const readCode = onceFor((folder) =>
  readdirSync(join(functionFolder, folder), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
    .map((path) => ({ path: relative(functionFolder, path), text: readFileSync(path, "utf8") })),
);

/** The versions of all packages, those of the bundle among them. */
const readLock = onceFor((path) => [
  { path, text: readFileSync(join(import.meta.dirname, "..", path), "utf8") },
]);

/** A process goes on with the code that it began with, whatever becomes of the files. */
function onceFor(read: (path: string) => FaqFile[]): typeof read {
  const files = new Map<string, FaqFile[]>();
  return (path) => {
    const known = files.get(path) ?? read(path);
    files.set(path, known);
    return known;
  };
}

/** The same only for the same texts. */
function fingerprint(files: readonly FaqFile[]): string {
  const hash = createHash("sha256");
  for (const { path, text } of files) hash.update(`${path}\0${text}\0`);
  return hash.digest("hex").slice(0, 16);
}
