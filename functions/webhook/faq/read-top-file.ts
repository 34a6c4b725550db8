// One of the files beside the categories: bot.yaml, words.yaml, offtopic.yaml.
import { checkEnding, rightPath } from "./file-name.ts";
import type { Problem } from "./problem.ts";
import { readShape } from "./read-shape.ts";
import type { Shape, Value } from "./shape.ts";
import { type FaqFile, parseYaml, type YamlFile } from "./yaml.ts";

export interface TopFile {
  readonly value: Readonly<Record<string, Value>>;
  readonly file: YamlFile;
}

/** The parts of one top-level file, or `undefined` where it is absent or unreadable. */
export function readTopFile(
  name: string,
  shape: Shape,
  files: readonly FaqFile[],
  problems: Problem[],
): TopFile | undefined {
  const source = findTopFile(name, files);
  if (!source) return undefined;
  const file = parseYaml(source, problems);
  checkEnding(file);
  if (!file.isReadable) return undefined;
  const value = readShape(file, shape);
  return value === undefined ? undefined : { value: value as Record<string, Value>, file };
}

/** Also one whose ending is wrong, unless the right one is there too. */
export function findTopFile(name: string, files: readonly FaqFile[]): FaqFile | undefined {
  return (
    files.find(({ path }) => path === name) ?? files.find(({ path }) => rightPath(path) === name)
  );
}
