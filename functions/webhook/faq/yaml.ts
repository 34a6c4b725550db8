// Reads YAML as an author means it: every scalar is text, and nothing clever is allowed.
import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
} from "yaml";
import { faultsOf } from "./find-faults.ts";
import type { Problem } from "./problem.ts";
import type { ReaderRule } from "./reader-rules.ts";
import type { Fault } from "./yaml-faults.ts";

/** One file of a FAQ; `path` is relative to the FAQ's folder, with `/`. */
export interface FaqFile {
  readonly path: string;
  readonly text: string;
}

export type Path = readonly (string | number)[];

/** Reports a problem at a place in one file; the place is a path of keys and indices. */
export type Report = (
  path: Path,
  rule: ReaderRule,
  message: string,
  remedy: string,
  severity?: Problem["severity"],
) => void;

export interface YamlFile {
  readonly path: string;
  /** As it was parsed, without the mark that some editors put before a text. */
  readonly text: string;
  readonly document: Document;
  readonly report: Report;
  /** Like `report`, where the last key of the path is itself the problem. */
  readonly reportKey: Report;
  /** False if the text is not the YAML we accept; the problems have been reported. */
  readonly isReadable: boolean;
  /** Line and column of an index in `text`, as problems count them. */
  readonly placeOf: (offset: number) => Pick<Problem, "line" | "column">;
}

/**
 * Parses one file. The failsafe schema keeps `no`, `0812…` and `1e5` text; anchors, aliases and
 * tags are refused, since no sentence of a FAQ needs them and bombs are made of them.
 */
export function parseYaml(file: FaqFile, problems: Problem[]): YamlFile {
  const lines = new LineCounter();
  const text = file.text.replace(/^\ufeff/, "");
  const document = parseDocument(text, {
    schema: "failsafe",
    version: "1.2",
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
    merge: false,
  });
  const lineOf = (offset: number) => Math.max(lines.linePos(offset).line, 1);
  const placeOf = (offset: number) => {
    const line = lineOf(offset);
    // In characters as people count them, not in UTF-16 units.
    const column = [...text.slice(lines.lineStarts[line - 1] ?? 0, offset)].length + 1;
    return { line, column };
  };
  const add = (offset: number, problem: Omit<Problem, "file" | "line" | "column">) => {
    problems.push({ file: file.path, ...placeOf(offset), ...problem });
  };

  // What follows on the same line is mostly a consequence of what stands first.
  const faultyLines = new Set<number>();
  const addFault = (offset: number, fault: Fault) => {
    const line = lineOf(offset);
    const { rule, message, remedy } = fault;
    if (!faultyLines.has(line)) add(offset, { severity: "error", rule, message, remedy });
    faultyLines.add(line);
  };
  for (const { offset, fault } of faultsOf(document, text)) addFault(offset, fault);

  const reportFor =
    (part: "key" | "value"): Report =>
    (path, rule, message, remedy, severity = "error") =>
      add(offsetOf(document, path, part), { rule, message, remedy, severity });
  return {
    path: file.path,
    text,
    document,
    report: reportFor("value"),
    reportKey: reportFor("key"),
    isReadable: faultyLines.size === 0,
    placeOf,
  };
}

/**
 * The offset of what stands at a path, or of its nearest parent that exists: of a text itself,
 * but of the key of anything longer, which is where a person looks for it.
 */
export function offsetOf(document: Document, path: Path, part: "key" | "value"): number {
  for (let length = path.length; length > 0; length--) {
    const parent = document.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1];
    let found: unknown;
    if (isMap(parent)) {
      const pair = parent.items.find(({ key }) => String(key) === last);
      const isText = length === path.length && part === "value" && isScalar(pair?.value);
      found = isText ? pair?.value : pair?.key;
    } else if (isCollection(parent)) found = parent.items[Number(last)];
    if (isNode(found) && found.range) return found.range[0];
  }
  return 0;
}
