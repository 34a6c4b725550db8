// A language that is being prepared, in one file beside the FAQ, which knows nothing of it as yet.
import { isMap, isSeq } from "yaml";
import type { Language } from "../../functions/webhook/faq/faq.ts";
import type { Shape } from "../../functions/webhook/faq/shape.ts";
import { botShape, entryShape } from "../../functions/webhook/faq/shapes.ts";
import { parseYaml, type YamlFile } from "../../functions/webhook/faq/yaml.ts";
import { formatJson } from "../schema/format-json.ts";
import { schemaOf } from "../schema/schema.ts";
import { appendKey, insertKey, type NewValue } from "./insert.ts";
import type { LanguageSlot } from "./language-slots.ts";
import { applyEdits, type TextEdit } from "./text-edit.ts";

/** Within the FAQ's folder; the reader passes over it. */
export const sheetFolder = ".languages";

export const sheetPath = (language: Language) => `${sheetFolder}/${language}.yaml`;
export const sheetSchemaPath = (language: Language) => `${sheetFolder}/${language}.schema.json`;

const shownPhrasings = 5;

/** A sheet that asks for all of these; `languages` are those that it is translated from. */
export function newSheet(
  slots: readonly LanguageSlot[],
  language: Language,
  languages: readonly Language[],
): string {
  const lines = [
    `# yaml-language-server: $schema=./${language}.schema.json`,
    `# The FAQ in "${language}", while it is being prepared. Write each text behind its "${language}:",`,
    "# and phrasings beneath it, one a line after a dash: not translations, but what people would write.",
    "# Nobody sees any of it until all texts are there. Leave what you haven't come to empty.",
  ];
  let above: readonly string[] = [];
  for (const slot of slots) {
    const path = [slot.file, ...slot.path];
    const shared = path.findIndex((key, index) => above[index] !== key);
    if (shared === 0) lines.push("");
    path.slice(shared).forEach((key, index) => {
      const isLast = shared + index === path.length - 1;
      lines.push(`${indentOf(shared + index)}${quoted(key)}:${isLast ? limitNote(slot) : ""}`);
    });
    const indent = indentOf(path.length);
    for (const line of sourceLines(slot, languages)) lines.push(`${indent}#${line && ` ${line}`}`);
    lines.push(`${indent}${language}:${isLong(slot, languages) ? " |-\n" : ""}`);
    above = path;
  }
  return `${lines.join("\n")}\n`;
}

/** The sheet with room for what the FAQ has gained since it was made. */
export function extendedSheet(
  text: string,
  slots: readonly LanguageSlot[],
  language: Language,
): string {
  const parsed = (sheet: string) => parseYaml({ path: sheetPath(language), text: sheet }, []);
  const { document, isReadable } = parsed(text);
  if (!isReadable) return text;
  const missing = slots.filter(({ file, path }) => !document.hasIn([file, ...path]));
  return missing.reduce(
    (sheet, slot) => applyEdits(sheet, [roomFor(slot, sheet, parsed(sheet).document, language)]),
    text,
  );
}

/** Within the innermost part that is there already. */
function roomFor(
  { file, path, kind }: LanguageSlot,
  sheet: string,
  document: YamlFile["document"],
  language: Language,
): TextEdit {
  const whole = [file, ...path];
  const depth = whole.findIndex((_, index) => !isMap(document.getIn(whole.slice(0, index + 1))));
  const key = whole[depth] ?? "";
  const empty: NewValue = { [language]: kind === "phrasings" ? [] : "" };
  const value = whole
    .slice(depth + 1)
    .reduceRight<NewValue>((inner, name) => ({ [name]: inner }), empty);
  const parent = depth > 0 && document.getIn(whole.slice(0, depth), true);
  return isMap(parent) ? insertKey(sheet, parent, key, value) : appendKey(sheet, key, value);
}

/** Empty texts are marked in the editor: they are what is left to do. */
export function sheetSchema(language: Language): string {
  return formatJson({
    $schema: "http://json-schema.org/draft-07/schema#",
    title: `The FAQ in "${language}"`,
    type: "object",
    properties: { "bot.yaml": schemaOf(partInLanguages(botShape) ?? botShape, [language]) },
    additionalProperties: schemaOf(partInLanguages(entryShape) ?? entryShape, [language]),
  });
}

/** What of a shape stands in each language; all else has no place in a sheet. */
function partInLanguages(shape: Shape): Shape | undefined {
  if (shape.kind === "map") {
    const of = shape.keys ? shape.of : partInLanguages(shape.of);
    return of && { ...shape, of, mayBeOne: false };
  }
  // A sheet has only some of a list's items, each under its place in the list.
  if (shape.kind === "list") {
    const of = partInLanguages(shape.of);
    return of && { kind: "map", of };
  }
  if (shape.kind !== "fields") return undefined;
  const parts = Object.entries(shape.fields).map(
    ([key, of]) => [key, partInLanguages(of)] as const,
  );
  const fields = Object.fromEntries(parts.flatMap(([key, of]) => (of ? [[key, of] as const] : [])));
  return { ...shape, fields, required: [] };
}

function sourceLines({ map }: LanguageSlot, languages: readonly Language[]): string[] {
  return languages.flatMap((language) => {
    const value = map.get(language, true);
    if (!isSeq(value)) return `${language}: ${String(value ?? "").trim()}`.split(/\r?\n/);
    const shown = value.items.slice(0, shownPhrasings).map((item) => `  - ${String(item)}`);
    return [`${language} has ${value.items.length}, such as:`, ...shown];
  });
}

function isLong({ map, kind }: LanguageSlot, languages: readonly Language[]): boolean {
  return (
    kind === "text" && languages.some((language) => String(map.get(language) ?? "").includes("\n"))
  );
}

function limitNote({ shape, kind }: LanguageSlot): string {
  if (shape.kind !== "text") return "";
  const may = kind === "title" ? "may stay empty; " : "";
  return ` # ${may}at most ${shape.maxCharacters} characters`;
}

function indentOf(depth: number): string {
  return "  ".repeat(depth);
}

function quoted(key: string): string {
  return /^[\w./-]+$/.test(key) ? key : JSON.stringify(key);
}
