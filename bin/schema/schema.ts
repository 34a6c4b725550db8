// A shape as JSON Schema (draft 7), for editors: never stricter than the reader of the FAQ.
import type { Language } from "../../functions/webhook/faq/faq.ts";
import type { MapKeys, Shape } from "../../functions/webhook/faq/shape.ts";

export type JsonSchema = { readonly [keyword: string]: JsonValue };
export type JsonValue = string | number | boolean | readonly JsonValue[] | JsonSchema;

type TextShape = Shape & { kind: "text" };

export function schemaOf(shape: Shape, languages: readonly Language[]): JsonSchema {
  const { description } = shape;
  return { ...(description ? { description } : {}), ...keywordsOf(shape, languages) };
}

function keywordsOf(shape: Shape, languages: readonly Language[]): JsonSchema {
  switch (shape.kind) {
    case "text":
      return shape.isLanguage ? languageKeywords(languages) : textKeywords(shape);
    case "list":
      return { type: "array", items: schemaOf(shape.of, languages) };
    case "map": {
      const of = schemaOf(shape.of, languages);
      if (!shape.keys) return { type: "object", ...namesKeywords(shape), additionalProperties: of };
      const keys = namesOf(shape.keys, languages);
      const each = objectKeywords(
        Object.fromEntries(keys.map((key) => [key, of])),
        shape.keys === "every-language" ? keys : [],
      );
      // Not `anyOf`, which leaves an editor to guess which of the two forms was meant.
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      return shape.mayBeOne ? { if: { type: "object" }, then: each, else: of } : each;
    }
    case "fields":
      return objectKeywords(
        Object.fromEntries(
          Object.entries(shape.fields).map(([key, of]) => [key, schemaOf(of, languages)]),
        ),
        shape.required,
      );
  }
}

function namesKeywords({ keyPattern, keyHint = "" }: Shape & { kind: "map" }): JsonSchema {
  if (!keyPattern) return {};
  return { propertyNames: { pattern: keyPattern.source, patternErrorMessage: keyHint } };
}

function namesOf(keys: MapKeys, languages: readonly Language[]): readonly string[] {
  return keys === "languages-and-mixed" ? [...languages, "mixed"] : languages;
}

function objectKeywords(
  properties: Readonly<Record<string, JsonSchema>>,
  required: readonly string[],
): JsonSchema {
  return {
    type: "object",
    properties,
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

/** Editors propose what stands under `examples`. */
function languageKeywords(languages: readonly Language[]): JsonSchema {
  return {
    type: "string",
    pattern: `^\\s*(?:${languages.join("|")})\\s*$`,
    patternErrorMessage: `The FAQ's languages are ${languages.join(", ")}.`,
    examples: languages,
  };
}

/**
 * To an editor `10`, `no` and `1e5` are no texts, to the reader they are. A `type` that names them
 * all would make editors propose `true` and `false` wherever a text belongs; saying what is refused
 * does not. An empty value is refused with the rest, although `null` and `~` could be meant.
 */
function textKeywords({ pattern, patternHint, range, ...shape }: TextShape): JsonSchema {
  const refused = ["array", "object"];
  if (!shape.mayBeEmpty) refused.push("null");
  if (pattern) refused.push("boolean", ...(range ? [] : ["number"]));
  const length = lengthPattern(shape);
  return {
    if: { type: refused },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { type: "string" },
    pattern: pattern ? `^(?=${length}$)\\s*${withoutAnchors(pattern)}\\s*$` : `^${length}$`,
    patternErrorMessage: patternHint ?? rangeHint(shape),
    ...(range ? { minimum: range[0], maximum: range[1], multipleOf: 1 } : {}),
  };
}

function rangeHint({ maxCharacters, mayBeEmpty = false }: TextShape): string {
  return `Write ${mayBeEmpty ? "at most" : "1 to"} ${maxCharacters} characters.`;
}

/** The reader counts without the white space around a text, which `maxLength` would count. */
function lengthPattern({ maxCharacters, mayBeEmpty = false }: TextShape): string {
  const text = `\\S(?:[\\s\\S]{0,${maxCharacters - 2}}\\S)?`;
  return `\\s*${mayBeEmpty ? `(?:${text})?` : text}\\s*`;
}

function withoutAnchors({ source }: RegExp): string {
  return `(?:${source.replace(/^\^|\$$/g, "")})`;
}
