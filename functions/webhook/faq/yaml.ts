// Reads YAML as an author means it: every scalar is text, and nothing clever is allowed.
import {
  type Document,
  isAlias,
  isNode,
  isPair,
  LineCounter,
  parseDocument,
  type Range,
  visit,
  type YAMLError,
} from "yaml";
import type { Problem } from "./problem.ts";

/** One file of a FAQ; `path` is relative to the FAQ's folder, with `/`. */
export interface FaqFile {
  readonly path: string;
  readonly text: string;
}

export type Path = readonly (string | number)[];

/** Reports a problem at a place in one file; the place is a path of keys and indices. */
export type Report = (
  path: Path,
  rule: string,
  message: string,
  remedy: string,
  severity?: Problem["severity"],
) => void;

export interface YamlFile {
  readonly path: string;
  readonly document: Document;
  readonly report: Report;
  /** False if the text is not the YAML we accept; the problems have been reported. */
  readonly isReadable: boolean;
}

/**
 * Parses one file. The failsafe schema keeps `no`, `0812…` and `1e5` text; anchors, aliases and
 * tags are refused, since no sentence of a FAQ needs them and bombs are made of them.
 */
export function parseYaml(file: FaqFile, problems: Problem[]): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(file.text, {
    schema: "failsafe",
    version: "1.2",
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
    merge: false,
  });
  const add = (
    offset: number,
    problem: Pick<Problem, "rule" | "message" | "remedy" | "severity">,
  ) => {
    const { line, col } = lines.linePos(offset);
    problems.push({
      file: file.path,
      line: Math.max(line, 1),
      column: Math.max(col, 1),
      ...problem,
    });
  };
  const report: Report = (path, rule, message, remedy, severity = "error") =>
    add(offsetOf(document, path), { rule, message, remedy, severity });

  const faults = [...document.errors, ...document.warnings];
  for (const fault of faults) {
    add(fault.pos[0], { severity: "error", ...explain(fault) });
  }
  let isReadable = faults.length === 0;
  visit(document, {
    Node(_key, node) {
      const construct = forbiddenConstruct(node);
      if (!construct) return;
      isReadable = false;
      add((node.range as Range | null)?.[0] ?? 0, {
        rule: "yaml-plain",
        severity: "error",
        message: `This file uses ${construct}, which a FAQ may not.`,
        remedy: "Write the text out, or put it in double quotes if it begins with & * or !.",
      });
    },
  });
  return { path: file.path, document, report, isReadable };
}

function forbiddenConstruct(node: unknown): string | undefined {
  if (isAlias(node)) return "a YAML alias (*name)";
  if (!isNode(node)) return undefined;
  if ("anchor" in node && node.anchor) return "a YAML anchor (&name)";
  if (node.tag) return "a YAML tag (!name)";
  return undefined;
}

/** The offset of the node at a path, or of the nearest parent that exists. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const parent =
      length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    if (parent && typeof parent === "object" && "items" in parent) {
      const items = parent.items as unknown[];
      const pair = items.find((item) => isPair(item) && String(item.key) === String(key));
      const found = isPair(pair)
        ? length === path.length
          ? (pair.value ?? pair.key)
          : pair.key
        : items[Number(key)];
      if (isNode(found) && found.range) return found.range[0];
    }
  }
  return 0;
}

/** The commonest slips of people who write YAML by hand, in words. */
function explain(fault: YAMLError): Pick<Problem, "rule" | "message" | "remedy"> {
  switch (fault.code) {
    case "DUPLICATE_KEY":
      return {
        rule: "yaml-duplicate-key",
        message: "The same key stands twice in this block.",
        remedy: "Keep one of them and put both contents under it.",
      };
    case "TAB_AS_INDENT":
      return {
        rule: "yaml-syntax",
        message: "This line is indented with a tab.",
        remedy: "Use two spaces for each level.",
      };
    case "BAD_INDENT":
    case "MISSING_CHAR":
    case "BLOCK_AS_IMPLICIT_KEY":
      return {
        rule: "yaml-syntax",
        message: `This is not valid YAML: ${plain(fault.message)}.`,
        remedy:
          "Line it up with its neighbours, and put a text that contains a colon followed by a space in double quotes.",
      };
    default:
      return {
        rule: "yaml-syntax",
        message: `This is not valid YAML: ${plain(fault.message)}.`,
        remedy: "Put the text in double quotes, or compare with a file that works.",
      };
  }
}

function plain(message: string): string {
  return (message.split("\n")[0] ?? "").replace(/[.:]$/, "");
}
