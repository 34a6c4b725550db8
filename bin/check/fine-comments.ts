// Comments that say why a finding is right as it is: `# fine: <rule>, <why>`.
import { isNode, isScalar, visit } from "yaml";
import type { YamlFile } from "../../functions/webhook/faq/yaml.ts";

export interface FineComment {
  readonly file: YamlFile;
  /** Where the comment begins, in the file's text. */
  readonly offset: number;
  readonly rule: string;
  /** Empty if the author gave none. */
  readonly reason: string;
  /** The line that it speaks of; none at the head of a file, where it speaks of all of them. */
  readonly line: number | undefined;
}

const comment = /(?<=^|[ \t])#[ \t]*fine:[ \t]*([^\s,]*)[ \t]*,?[ \t]*([^\n\r]*)/gmu;

export function fineCommentsIn(file: YamlFile): FineComment[] {
  const { text, document } = file;
  const matches = [...text.matchAll(comment)];
  if (matches.length === 0) return [];
  const scalars = scalarRanges(file);
  const lines = text.split("\n");
  const head = isNode(document.contents) ? (document.contents.range?.[0] ?? 0) : 0;
  return matches
    .filter(({ index }) => !scalars.some(([from, to]) => from < index && index < to))
    .map(({ index, 1: rule = "", 2: reason = "" }) => ({
      file,
      offset: index,
      rule,
      reason: reason.trim(),
      line: index < head ? undefined : lineMeant(lines, file.placeOf(index).line),
    }));
}

/** Where texts stand: what looks like a comment there is part of them, but not after `|` or `>`. */
function scalarRanges({ document, text }: YamlFile): [number, number][] {
  const ranges: [number, number][] = [];
  visit(document, {
    Scalar(_, node) {
      if (!isScalar(node) || !node.range) return;
      const [from, to] = node.range;
      const isBlock = node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED";
      ranges.push([isBlock ? text.indexOf("\n", from) : from, to]);
    },
  });
  return ranges;
}

/** Its own line, or the next with something on it where the comment has a line of its own. */
function lineMeant(lines: readonly string[], own: number): number {
  const isBare = (line: number) => /^\s*(#|$)/.test(lines[line - 1] ?? "");
  let line = own;
  while (line < lines.length && isBare(line)) line += 1;
  return line;
}
