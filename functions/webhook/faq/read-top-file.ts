// One of the files beside the categories: bot.yaml, words.yaml, offtopic.yaml.
import type { Problem } from "./problem.ts";
import { readShape, type Shape, type Value } from "./shape.ts";
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
  const source = files.find((file) => file.path === name);
  if (!source) return undefined;
  const file = parseYaml(source, problems);
  if (!file.isReadable) return undefined;
  const value = readShape(file, shape);
  return value === undefined ? undefined : { value: value as Record<string, Value>, file };
}
