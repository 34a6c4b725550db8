// Every text of a FAQ with the place where it stands and what it is for.
import { isMap, isScalar, isSeq, type Scalar } from "yaml";
import type { Language } from "../../functions/webhook/faq/faq.ts";
import type { Path, YamlFile } from "../../functions/webhook/faq/yaml.ts";

/** What a text is for; `kind`s of small talk and off-topic sentences are told apart by the path. */
export type Role =
  | "question"
  | "short"
  | "answer"
  | "source"
  | "link"
  | "phrasing"
  | "name"
  | "category"
  | "message"
  | "label"
  | "reply"
  | "smalltalk"
  | "offtopic"
  | "standard"
  | "form";

export interface FaqText {
  readonly file: YamlFile;
  readonly path: Path;
  readonly role: Role;
  /** As the reader has it: without blanks around it. */
  readonly text: string;
  /** As the file says. */
  readonly language: Language | undefined;
  readonly node: Scalar;
}

/** What people get to read. */
export const shownRoles: ReadonlySet<Role> = new Set<Role>([
  "question",
  "short",
  "answer",
  "source",
  "name",
  "category",
  "message",
  "label",
  "reply",
]);

/** What the bot learns questions from. */
export const learntRoles: ReadonlySet<Role> = new Set<Role>([
  "question",
  "phrasing",
  "smalltalk",
  "offtopic",
]);

/** Longer texts fit nowhere, as the reader has said then, and would take the rules too long. */
const mostUnits = 2000;

/** The texts of one file, in its order; what has no place in a FAQ is left out. */
export function textsOf(file: YamlFile): FaqText[] {
  const found: FaqText[] = [];
  walk(file.document.contents, [], (node, path) => {
    const role = roleOf(file.path, path);
    const text = String(node.value ?? "").trim();
    if (role && text !== "" && text.length <= mostUnits) {
      found.push({ file, path, role, text, language: languageOf(role, path), node });
    }
  });
  return found;
}

function walk(node: unknown, path: Path, visit: (node: Scalar, path: Path) => void): void {
  if (isScalar(node)) visit(node, path);
  else if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) walk(item, [...path, index], visit);
  } else if (isMap(node)) {
    for (const { key, value } of node.items) walk(value, [...path, String(key)], visit);
  }
}

function roleOf(file: string, path: Path): Role | undefined {
  if (file.includes("/")) return inEntry(path);
  if (file === "bot.yaml") return inBot(path);
  if (file === "words.yaml") {
    if (path[0] === "slang") return "standard";
    return path[0] === "concepts" ? "form" : undefined;
  }
  return file === "offtopic.yaml" ? "offtopic" : undefined;
}

function inEntry([part, , detail]: Path): Role | undefined {
  switch (part) {
    case "question":
    case "short":
    case "answer":
      return part;
    case "sources":
      if (detail === "url") return "link";
      return detail === "title" ? "source" : undefined;
    case "phrasings":
      return "phrasing";
    default:
      return undefined;
  }
}

function inBot([part, , detail]: Path): Role | undefined {
  switch (part) {
    case "name":
      return "name";
    case "categories":
      return "category";
    case "messages":
      return "message";
    case "labels":
      return "label";
    case "smalltalk":
      if (detail === "phrasings") return "smalltalk";
      return detail === "reply" ? "reply" : undefined;
    default:
      return undefined;
  }
}

/** Where a path names the language: before the place in a list, or last. */
function languageOf(role: Role, path: Path): Language | undefined {
  switch (role) {
    case "phrasing":
    case "name":
    case "question":
    case "short":
    case "answer":
      return String(path[1]);
    case "category":
    case "message":
    case "label":
      return String(path[2]);
    case "smalltalk":
    case "reply":
      return String(path[3]);
    case "source":
      return path[3] === undefined ? undefined : String(path[3]);
    default:
      return undefined;
  }
}
