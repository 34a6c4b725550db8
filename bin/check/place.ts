// Where in its file a finding stands.
import { isScalar } from "yaml";
import { offsetOf, type YamlFile } from "../../functions/webhook/faq/yaml.ts";
import type { Finding, Piece } from "./rule.ts";

/** Index in the file's text; the place of the text itself where its part can't be told for sure. */
export function offsetOfFinding({ file, path, piece }: Finding): number {
  const home = homeOf(file, path);
  if (!piece) return home;
  const node = file.document.getIn(path, true);
  if (!isScalar(node) || !node.range) return home;
  const [from, to] = node.range;
  const value = String(node.value ?? "");
  const lead = value.length - value.trimStart().length;
  const within = offsetWithin(file.text.slice(from, to), value, {
    ...piece,
    index: piece.index + lead,
  });
  return within === undefined ? home : from + within;
}

/** Where the key or text at a path begins. */
export function homeOf(file: YamlFile, path: Finding["path"]): number {
  return path.length === 0 ? 0 : offsetOf(file.document, path, "value");
}

/**
 * A text stands in its file with quotes, indentation or folded lines, so its indices are not those
 * of the file. But a part that the file has as often as the text is the same one in both:
 *
 *     value   "see  this.  Bye"        "this" is the first of one
 *     source  |-⏎    see  this.  Bye   here too
 */
function offsetWithin(source: string, value: string, { text, index }: Piece): number | undefined {
  const inValue = placesOf(text, value);
  const inSource = placesOf(text, source);
  return inValue.length === inSource.length ? inSource[inValue.indexOf(index)] : undefined;
}

function placesOf(part: string, whole: string): number[] {
  const places: number[] = [];
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) places.push(at);
  return places;
}
