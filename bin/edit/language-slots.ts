// Every place in a FAQ where there is, or should be, something in each language.
import { isMap, isScalar, isSeq, type Node, type YAMLMap } from "yaml";
import type { Language } from "../../functions/webhook/faq/faq.ts";
import type { Shape } from "../../functions/webhook/faq/shape.ts";
import { botShape, entryShape } from "../../functions/webhook/faq/shapes.ts";
import { type FaqFile, parseYaml } from "../../functions/webhook/faq/yaml.ts";

export interface LanguageSlot {
  /** Relative to the FAQ's folder. */
  readonly file: string;
  /** Where the languages stand side by side, such as `["sources", "0", "title"]`. */
  readonly path: readonly string[];
  /** The line of the last key of that path, from 1. */
  readonly line: number;
  readonly map: YAMLMap;
  /** Of what each language has there. */
  readonly shape: Shape;
  /**
   * A text, which a language can't do without; a source's title, for which that of another language
   * stands in; or phrasings, which may come later.
   */
  readonly kind: "text" | "title" | "phrasings";
}

/** Files that can't be read have none. */
export function languageSlots(files: readonly FaqFile[], language: Language): LanguageSlot[] {
  return files.flatMap((file) => {
    const shape = shapeOf(file.path);
    const { document, isReadable } = parseYaml(file, []);
    if (!shape || !isReadable) return [];
    const body = file.text.replace(/^\ufeff/, "");
    const found: LanguageSlot[] = [];
    collect(shape, document.contents, [], 0, ({ offset, ...slot }) => {
      const line = body.slice(0, offset).split("\n").length;
      found.push({ ...slot, file: file.path, line });
    });
    return found;
  });

  function collect(shape: Shape, node: unknown, path: string[], offset: number, add: Add): void {
    if (shape.kind === "list" && isSeq(node)) {
      for (const [index, item] of node.items.entries()) {
        collect(shape.of, item, [...path, String(index)], offset, add);
      }
    }
    // A text that stands for every language is one for a further language too.
    if (shape.kind === "list" || shape.kind === "text" || !isMap(node)) return;
    if (shape.kind === "map" && shape.keys) {
      add({ path, offset, map: node, shape: shape.of, kind: kindOf(shape) });
      return;
    }
    for (const { key, value } of node.items) {
      const name = String(key);
      const of = shape.kind === "map" ? shape.of : shape.fields[name];
      if (!of || isForAnother(of, node)) continue;
      collect(of, value, [...path, name], (key as Node).range?.[0] ?? 0, add);
    }
  }

  /** A reply that is always in one language needs no other. */
  function isForAnother(shape: Shape, parent: YAMLMap): boolean {
    const only = parent.get("language");
    return (
      shape.kind === "map" && shape.keys === "some-languages" && !!only && String(only) !== language
    );
  }
}

function kindOf({ of, mayBeOne }: Shape & { readonly kind: "map" }): LanguageSlot["kind"] {
  if (of.kind !== "text") return "phrasings";
  return mayBeOne ? "title" : "text";
}

type Add = (slot: Omit<LanguageSlot, "file" | "line"> & { readonly offset: number }) => void;

function shapeOf(path: string): Shape | undefined {
  if (path.includes("/")) return entryShape;
  return path === "bot.yaml" ? botShape : undefined;
}

/** False of an empty text and an empty list too. */
export function isFilled(node: unknown): boolean {
  if (isScalar(node)) return String(node.value ?? "").trim() !== "";
  return isSeq(node) ? node.items.length > 0 : isMap(node);
}

/** Those that have nothing in a language yet. */
export function lacking(slots: readonly LanguageSlot[], language: Language): LanguageSlot[] {
  return slots.filter(({ map }) => !isFilled(map.get(language, true)));
}
