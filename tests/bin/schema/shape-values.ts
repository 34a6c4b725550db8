// Values of a shape, and the same with one thing wrong, to hold the reader against the schemas.
import fc from "fast-check";
import type { Shape, Value } from "../../../functions/webhook/faq/shape.ts";
import { botShape } from "../../../functions/webhook/faq/shapes.ts";

export const languages = ["id", "en"] as const;

/** Texts that editors take for something else, or that are as long as can be. */
const words = ["no", "yes", "true", "1e5", "0x1F", "12", ".inf", "2026-11-23", "id", "two words"];

export function valuesOf(shape: Shape): fc.Arbitrary<Value> {
  if (botShape.kind === "fields" && shape === botShape.fields.languages) {
    return fc.constant<Value>([...languages]);
  }
  switch (shape.kind) {
    case "text": {
      const { maxCharacters, pattern, mayBeEmpty } = shape;
      const longest = ["😀".repeat(maxCharacters), `${"a".repeat(maxCharacters)}\n`];
      const fitting = [...words, ...longest, ...(mayBeEmpty ? [""] : [])].filter(
        (text) => (pattern?.test(text) ?? true) && [...text.trim()].length <= maxCharacters,
      );
      return fc.constantFrom(...fitting);
    }
    case "list":
      return fc.array(valuesOf(shape.of), { minLength: 1, maxLength: 2 });
    case "map": {
      const keys = shape.keys ? [...languages] : ["thanks", "helpful"];
      if (shape.keys === "languages-and-mixed") keys.push("mixed");
      const each = recordOf(Object.fromEntries(keys.map((key) => [key, shape.of])), keys);
      return shape.mayBeOne ? fc.oneof(each, valuesOf(shape.of)) : each;
    }
    case "fields":
      return recordOf(shape.fields, shape.required);
  }
}

function recordOf(
  shapes: Readonly<Record<string, Shape>>,
  requiredKeys: readonly string[],
): fc.Arbitrary<Value> {
  const values = Object.entries(shapes).map(([key, shape]) => [key, valuesOf(shape)] as const);
  return fc.record(Object.fromEntries(values), {
    requiredKeys: [...requiredKeys],
    noNullPrototype: true,
  });
}

type Path = readonly (string | number)[];

export const slips = ["drop", "text", "list", "block", "empty", "long", "stray"] as const;
export type Slip = (typeof slips)[number];

/** Where something can go wrong: every place but those whose rules no schema can tell. */
export function placesIn(value: Value, path: Path = []): Path[] {
  if (path[0] === "languages" || path[2] === "reply") return [];
  if (typeof value === "string") return [path];
  return [path, ...Object.entries(value).flatMap(([key, part]) => placesIn(part, [...path, key]))];
}

/** The value with something else at that place. */
export function withSlip(value: Value, [first, ...rest]: Path, slip: Slip): Value {
  if (first === undefined) return slipped(value, slip);
  if (typeof value === "string") return value;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  const parts = copy as Record<string, Value>;
  if (rest.length === 0 && slip === "drop") {
    if (Array.isArray(copy)) copy.splice(Number(first), 1);
    else delete parts[first];
  } else parts[first] = withSlip(parts[first] ?? "", rest, slip);
  return copy;
}

function slipped(value: Value, slip: Slip): Value {
  switch (slip) {
    case "drop":
      return value;
    case "text":
      return "some text";
    case "list":
      return ["one"];
    case "block":
      return { zz: "one" };
    case "empty":
      return "";
    case "long":
      return "a".repeat(5000);
    case "stray":
      return typeof value === "object" && !Array.isArray(value) ? { ...value, zz: "one" } : value;
  }
}
