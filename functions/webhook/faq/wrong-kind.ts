// What to do where a list, a block of keys or a text stands in place of another of them.
import { isMap, isPair, isScalar, isSeq } from "yaml";
import type { Shape } from "./shape.ts";
import type { Path, YamlFile } from "./yaml.ts";

interface Explanation {
  readonly message: string;
  readonly remedy: string;
}

export function explainKind(file: YamlFile, path: Path, node: unknown, shape: Shape): Explanation {
  if (path.length === 0 && isNothing(node)) {
    return {
      message: "There is nothing in this file.",
      remedy: "Write what belongs in it, or delete the file.",
    };
  }
  const slip = shape.kind === "text" ? slipOfText(file, path, node) : undefined;
  if (slip) return slip;
  const place = path.length === 0 ? "This file" : `"${path.join(".")}"`;
  const [wanted, remedy] = wantedOf(shape, path);
  const message = isNothing(node)
    ? `${place} is empty; it should be ${wanted}.`
    : `${place} should be ${wanted}.`;
  return { message, remedy };
}

function isNothing(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && String(node.value ?? "") === "");
}

function slipOfText(file: YamlFile, path: Path, node: unknown): Explanation | undefined {
  const parent = file.document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  if (isMap(parent) && parent.flow && isNothing(node)) {
    const pair = parent.items.find((item) => isPair(item) && String(item.key) === last);
    return {
      message: `A comma ends the text before "${String(pair?.key ?? last)}".`,
      remedy: `Put each text in double quotes, straight ones: "…".`,
    };
  }
  if (isSeq(parent) && isMap(node) && !node.flow) {
    return {
      message: `The colon after "${String(node.items[0]?.key)}" makes a key of it.`,
      remedy: "Put the whole text in double quotes.",
    };
  }
  return undefined;
}

function wantedOf(shape: Shape, path: Path): readonly [wanted: string, remedy: string] {
  switch (shape.kind) {
    case "text":
      return ["a text", "Write the text after the colon or dash."];
    case "list":
      return ["a list", "Write one item a line, each after a dash."];
    case "map":
      if (shape.keys === undefined) break;
      if (shape.mayBeOne) {
        return [
          "a text, or a text for each language",
          'Write the text after the colon, or one a line below it as "en: the text", indented.',
        ];
      }
      return shape.of.kind === "list"
        ? ["a list for each language", 'Write the language, such as "en:", and the list below it.']
        : ["a text for each language", 'Write each below it as "en: the text", indented.'];
    case "fields":
      if (path.length === 0) break;
      return [
        "a block of keys",
        `Write each on a line of its own: ${Object.keys(shape.fields)
          .map((key) => `"${key}: …"`)
          .join(", ")}.`,
      ];
  }
  return ["a block of keys", "Write `key: text` lines, indented by two spaces."];
}
