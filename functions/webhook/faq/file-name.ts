// The names of a FAQ's files: which files belong to it, and what they ought to be called.
import type { YamlFile } from "./yaml.ts";

/** Some editors write .yml; on Windows, Notepad adds .txt and the Explorer hides it. */
const ending = /\.ya?ml(\.txt)?$/i;

/** A part that begins with a dot hides what it names. */
export function isFaqFile(path: string): boolean {
  return ending.test(path) && !path.split("/").some((part) => part.startsWith("."));
}

/** `personal-messages` for `personal-privacy/personal-messages.yaml`. */
export function idOf(path: string): string {
  return path.replace(/^.*\//, "").replace(ending, "");
}

/** `bot.yaml` for `bot.yml` and `bot.yaml.txt`. */
export function rightPath(path: string): string {
  return path.replace(ending, ".yaml");
}

export function checkEnding(file: YamlFile): void {
  const { path } = file;
  if (path === rightPath(path)) return;
  const name = rightPath(path).replace(/^.*\//, "");
  const remedy = path.toLowerCase().endsWith(".txt")
    ? `Name it ${name}. If it seems to be called that, show the endings of file names first (in Windows' Explorer under View).`
    : `Name it ${name}.`;
  file.report([], "wrong-ending", "This file's name does not end with .yaml.", remedy);
}
