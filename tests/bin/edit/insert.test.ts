// What is inserted into YAML is read back as it was meant, and all else stays as it was.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isMap, isSeq, type YAMLMap } from "yaml";
import { appendKey, insertItem, insertKey } from "../../../bin/edit/insert.ts";
import { applyEdits, type TextEdit } from "../../../bin/edit/text-edit.ts";
import type { Problem } from "../../../functions/webhook/faq/problem.ts";
import { parseYaml } from "../../../functions/webhook/faq/yaml.ts";

function parsed(text: string) {
  const problems: Problem[] = [];
  const { document } = parseYaml({ path: "topic/entry.yaml", text }, problems);
  expect(problems, text).toEqual([]);
  return document;
}

function mapIn(text: string, path: readonly string[]): YAMLMap {
  const node = path.length === 0 ? parsed(text).contents : parsed(text).getIn(path, true);
  if (!isMap(node)) throw new Error(`No map in ${text}`);
  return node;
}

const addKey = (text: string, path: string[], key: string, value: string, after?: string) =>
  applyEdits(text, [insertKey(text, mapIn(text, path), key, value, after)]);

describe("a key", () => {
  it.each([
    ["a block", "a:\n  id: x\n  en: y\nb: z\n", "a:\n  id: x\n  en: y\n  jv: new\nb: z\n"],
    ["a block at the end", "a:\n  en: y", "a:\n  en: y\n  jv: new"],
    [
      "one with a comment",
      "a:\n  en: y # why\n# b\nb: z\n",
      "a:\n  en: y # why\n  jv: new\n# b\nb: z\n",
    ],
    ["one with quotes", 'a:\n  en: "y"\n\nb: z\n', 'a:\n  en: "y"\n  jv: new\n\nb: z\n'],
    [
      "long text",
      "a:\n  en: |-\n    x\n\n    y\n\nb: z\n",
      "a:\n  en: |-\n    x\n\n    y\n  jv: new\n\nb: z\n",
    ],
    ["kept breaks", "a:\n  en: |+\n    x\n\nb: z\n", "a:\n  en: |+\n    x\n\n  jv: new\nb: z\n"],
    [
      "folded text",
      "a:\n  en: >-\n    x\n    y\nb: z\n",
      "a:\n  en: >-\n    x\n    y\n  jv: new\nb: z\n",
    ],
    ["text over lines", "a:\n  en: x\n    y\nb: z\n", "a:\n  en: x\n    y\n  jv: new\nb: z\n"],
    ["nothing yet", "a:\n  en:\nb: z\n", "a:\n  en:\n  jv: new\nb: z\n"],
    [
      "a list",
      "a:\n  en:\n  - x\n  - y # why\nb: z\n",
      "a:\n  en:\n  - x\n  - y # why\n  jv: new\nb: z\n",
    ],
    ["braces", "a: {id: x, en: y} # why\n", 'a: {id: x, en: y, jv: "new"} # why\n'],
    ["braces over lines", "a: {\n  en: y, # why\n}\n", 'a: {\n  en: y, jv: "new", # why\n}\n'],
    ["empty braces", "a: {}\n", 'a: {jv: "new"}\n'],
    [
      "lines that end as on Windows",
      "a:\r\n  en: y\r\nb: z\r\n",
      "a:\r\n  en: y\r\n  jv: new\r\nb: z\r\n",
    ],
    ["a mark before the text", "\ufeffa:\n  en: y\n", "\ufeffa:\n  en: y\n  jv: new\n"],
  ])("is added to %s", (_, before, after) => {
    expect(addKey(before, ["a"], "jv", "new")).toBe(after);
    expect(parsed(after).getIn(["a", "jv"])).toBe("new");
  });

  it("follows the key that it is to follow", () => {
    expect(addKey("a:\n  en: y\n  mixed: m\n", ["a"], "jv", "new", "en")).toBe(
      "a:\n  en: y\n  jv: new\n  mixed: m\n",
    );
  });

  it("is added to the end of a file", () => {
    const lines = (text: string) => applyEdits(text, [appendKey(text, "b", { c: "d" })]);
    expect(lines("a: x\n")).toBe("a: x\nb:\n  c: d\n");
    expect(lines("# a")).toBe("# a\nb:\n  c: d\n");
    expect(lines("")).toBe("b:\n  c: d\n");
  });

  it("holds any text that the FAQ may, and taking it out gives the old file back", () => {
    const unit = fc.constantFrom(
      "a",
      "é",
      "😀",
      " ",
      "\n",
      "#",
      ":",
      '"',
      "'",
      "-",
      "{",
      "}",
      ",",
      "|",
      "1",
      "\\",
    );
    const texts = fc.string({ unit, minLength: 1, maxLength: 60 }).map((text) => `x${text}y`);
    const value = fc.oneof(
      texts,
      texts.map((text) => text.slice(1).trim() || "no"),
    );
    const layout = fc.constantFrom(
      "# top\na: {id: x, en: 'y'} # c\nb: z\n",
      "a:\n    id: x\n    # c\n    en: |\n      y\n\n    # d\nb: z\n",
      "\ufeffa:\r\n  id: x\r\n  en: y # c\r\n\r\nb: z\r\n",
      'b: z\na:\n  id: "x: y"\n  en: y',
    );
    fc.assert(
      fc.property(layout, value, (before, text) => {
        const edit = insertKey(before, mapIn(before, ["a"]), "jv", text);
        const after = applyEdits(before, [edit]);
        expect(parsed(after).getIn(["a", "jv"])).toBe(text);
        const added = after.length - before.length;
        const start = edit.from + (before.startsWith("\ufeff") ? 1 : 0);
        expect(after.slice(0, start) + after.slice(start + added)).toBe(before);
      }),
    );
  });
});

describe("an item", () => {
  it.each([
    ["dashes", "a:\n  - x\n  - y # why\nb: z\n", "a:\n  - x\n  - y # why\n  - jv\nb: z\n"],
    ["dashes that aren't indented", "a:\n- x\nb: z\n", "a:\n- x\n- jv\nb: z\n"],
    ["brackets", "a: [x, y] # why\n", "a: [x, y, jv] # why\n"],
    ["brackets over lines", "a: [\n  x,\n  y,\n]\n", "a: [\n  x,\n  y, jv,\n]\n"],
  ])("is added to a list with %s", (_, before, after) => {
    const list = parsed(before).get("a", true);
    if (!isSeq(list)) throw new Error("no list");
    const edit: TextEdit = insertItem(before, list, "jv");
    expect(applyEdits(before, [edit])).toBe(after);
  });
});
