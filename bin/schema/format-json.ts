// JSON as the project's formatter writes it: lists of short texts on one line.
import type { JsonValue } from "./schema.ts";

const width = 100;

export function formatJson(value: JsonValue): string {
  return `${format(value, "", 0)}\n`;
}

/** `before` is how much of the line is taken already. */
function format(value: JsonValue, indent: string, before: number): string {
  if (typeof value !== "object") return JSON.stringify(value);
  const inner = `${indent}  `;
  if (isList(value)) {
    const line = `[${value.map((item) => JSON.stringify(item)).join(", ")}]`;
    // One more for the comma that may follow.
    const fits = before + line.length + 1 <= width;
    if (fits && value.every((item) => typeof item !== "object")) return line;
    const lines = value.map((item) => `${inner}${format(item, inner, inner.length)}`);
    return `[\n${lines.join(",\n")}\n${indent}]`;
  }
  const lines = Object.entries(value).map(([key, item]) => {
    const start = `${inner}${JSON.stringify(key)}: `;
    return `${start}${format(item, inner, start.length)}`;
  });
  return lines.length === 0 ? "{}" : `{\n${lines.join(",\n")}\n${indent}}`;
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
