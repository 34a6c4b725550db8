// What a sheet holds of a language so far.
import { isMap } from "yaml";
import type { Language } from "../../functions/webhook/faq/faq.ts";
import type { Problem } from "../../functions/webhook/faq/problem.ts";
import { readShape } from "../../functions/webhook/faq/read-shape.ts";
import type { Value } from "../../functions/webhook/faq/shape.ts";
import { parseYaml, type YamlFile } from "../../functions/webhook/faq/yaml.ts";
import { sheetPath } from "./language-sheet.ts";
import { isFilled, type LanguageSlot } from "./language-slots.ts";

export interface SheetReading {
  readonly filled: readonly { readonly slot: LanguageSlot; readonly value: Value }[];
  /** Those that are still empty, or hold what can't be used. */
  readonly left: readonly LanguageSlot[];
  readonly problems: readonly Problem[];
  /** False where a slip keeps all of the sheet from being read. */
  readonly isReadable: boolean;
  /** What the sheet holds that has no place in the FAQ, as `file: key.key`. */
  readonly strays: readonly string[];
}

/** Whether all that a language can't do without is there, and can be used. */
export function isReady({ left, problems }: SheetReading): boolean {
  return problems.length === 0 && textsLeft(left) === 0;
}

export function textsLeft(left: readonly LanguageSlot[]): number {
  return left.filter(({ kind }) => kind === "text").length;
}

export function readSheet(
  text: string,
  slots: readonly LanguageSlot[],
  language: Language,
): SheetReading {
  const problems: Problem[] = [];
  const sheet = parseYaml({ path: sheetPath(language), text }, problems);
  if (!sheet.isReadable) {
    return { filled: [], left: slots, problems, isReadable: false, strays: [] };
  }
  const filled: SheetReading["filled"][number][] = [];
  const left: LanguageSlot[] = [];
  for (const slot of slots) {
    const path = [slot.file, ...slot.path, language];
    const isThere = isFilled(sheet.document.getIn(path, true));
    const before = problems.length;
    const value = isThere ? readShape(sheet, slot.shape, path) : undefined;
    if (value !== undefined && problems.length === before) filled.push({ slot, value });
    else left.push(slot);
  }
  return { filled, left, problems, isReadable: true, strays: straysIn(sheet, slots, language) };
}

function straysIn(
  { document }: YamlFile,
  slots: readonly LanguageSlot[],
  language: Language,
): string[] {
  const known = new Set(slots.map(({ file, path }) => [file, ...path, language].join("\0")));
  const strays: string[] = [];
  const look = (node: unknown, path: readonly string[]): void => {
    if (known.has(path.join("\0"))) return;
    if (isMap(node)) {
      for (const { key, value } of node.items) look(value, [...path, String(key)]);
    } else if (isFilled(node)) strays.push(`${path[0]}: ${path.slice(1).join(".")}`);
  };
  look(document.contents, []);
  return strays;
}
