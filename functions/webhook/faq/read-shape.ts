// Takes out of a YAML file what has the shape that it should have, and reports what hasn't.
import { isMap, isScalar, isSeq } from "yaml";
import type { Shape, Value } from "./shape.ts";
import { suggestKey } from "./suggest-key.ts";
import { explainKind } from "./wrong-kind.ts";
import type { Path, YamlFile } from "./yaml.ts";

/**
 * The value at `path` if it has the shape, `undefined` (with problems reported) if it has not.
 * Parts that don't fit are reported and left out, so that one reading finds every problem.
 */
export function readShape(file: YamlFile, shape: Shape, path: Path = []): Value | undefined {
  const node = path.length === 0 ? file.document.contents : file.document.getIn(path, true);
  switch (shape.kind) {
    case "text":
      return readText(file, shape, path, node);
    case "list": {
      if (!isSeq(node)) return wrongKind(file, path, node, shape);
      return node.items
        .map((_, index) => readShape(file, shape.of, [...path, index]))
        .filter((item) => item !== undefined);
    }
    case "map":
    case "fields": {
      if (shape.kind === "map" && shape.mayBeOne && isScalar(node)) {
        return readShape(file, shape.of, path);
      }
      if (!isMap(node)) return wrongKind(file, path, node, shape);
      return readKeys(
        file,
        shape,
        path,
        node.items.map((pair) => String(pair.key)),
      );
    }
  }
}

function readKeys(
  file: YamlFile,
  shape: Shape & { kind: "map" | "fields" },
  path: Path,
  keys: readonly string[],
): Value {
  // A null prototype, so that a key named `__proto__` is a key like any other.
  const value: { [key: string]: Value } = Object.create(null);
  for (const key of keys) {
    if (shape.kind === "map" && shape.keyPattern && !shape.keyPattern.test(key)) {
      const message = `The name ${JSON.stringify(key)} has the wrong form.`;
      file.reportKey([...path, key], "wrong-form", message, shape.keyHint ?? "");
      continue;
    }
    const of = shape.kind === "map" ? shape.of : own(shape.fields, key);
    if (!of) {
      const known = shape.kind === "fields" ? Object.keys(shape.fields) : [];
      file.reportKey(
        [...path, key],
        "unknown-key",
        `There is no key "${key}" here.`,
        suggestKey(key, known, keys, path),
      );
      continue;
    }
    const read = readShape(file, of, [...path, key]);
    if (read !== undefined) value[key] = read;
  }
  for (const key of shape.kind === "fields" ? shape.required : []) {
    if (!keys.includes(key)) {
      file.report(path, "missing-key", `The key "${key}" is missing.`, `Add "${key}:" here.`);
    }
  }
  return value;
}

function readText(
  file: YamlFile,
  shape: Shape & { kind: "text" },
  path: Path,
  node: unknown,
): string | undefined {
  if (!isScalar(node)) return wrongKind(file, path, node, shape);
  const text = String(node.value ?? "")
    .trim()
    .toWellFormed();
  if (text === "") {
    if (shape.mayBeEmpty) return text;
    const remedy = typeof path.at(-1) === "number" ? "Write it, or remove the line." : "Write it.";
    file.report(path, "empty-text", "This text is empty.", remedy);
    return undefined;
  }
  if (text.includes(replacement)) {
    file.report(
      path,
      "unreadable-character",
      "This text holds a character that could not be read.",
      "Save the file as UTF-8, and type the text anew.",
    );
    return undefined;
  }
  if (hidden.test(text)) {
    file.report(
      path,
      "hidden-character",
      "This text holds a character that cannot be seen.",
      "Type the text anew instead of pasting it.",
    );
    return undefined;
  }
  if (shape.pattern && !shape.pattern.test(text)) {
    file.report(path, "wrong-form", "This text has the wrong form.", shape.patternHint ?? "");
    return undefined;
  }
  const length = [...text].length;
  if (length > shape.maxCharacters) {
    file.report(
      path,
      "too-long",
      `This text has ${length} characters; at most ${shape.maxCharacters} fit.`,
      `Shorten it by ${length - shape.maxCharacters}.`,
    );
    return undefined;
  }
  return text;
}

/** What stands where bytes are not UTF-8, or half a character is. */
const replacement = "\ufffd";

/** Controls other than line breaks and tabs, and the marks that reorder, join or hide text. */
export const hidden =
  /[^\P{Cc}\n\r\t]|\p{Bidi_Control}|[\u00ad\u200b\u2060-\u2064\ufeff\u{e0000}-\u{e007f}]/u;

function wrongKind(file: YamlFile, path: Path, node: unknown, shape: Shape): undefined {
  const { message, remedy } = explainKind(file, path, node, shape);
  file.report(path, "wrong-kind", message, remedy);
  return undefined;
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
