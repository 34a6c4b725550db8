// Labelled questions are read line by line, and a line that isn't one is named.
import { expect, it } from "vitest";
import { isInScope, readLabelled } from "../../../bin/evaluation/labelled.ts";

it("reads rows, past empty lines and Windows' line ends", () => {
  const rows = readLabelled(
    '{"text":"a","lang":"id","topic":"x","also_ok":["y"],"style":"slang"}\r\n\n{"text":"b","lang":"en","topic":null}\n',
  );
  expect(rows).toEqual([
    { text: "a", lang: "id", topic: "x", also_ok: ["y"], style: "slang" },
    { text: "b", lang: "en", topic: null },
  ]);
});

it.each([
  "not JSON",
  "null",
  '{"lang":"id","topic":null}',
  '{"text":"a","topic":null}',
  '{"text":"a","lang":"id","topic":5}',
  '{"text":"a","lang":"id","topic":"x","also_ok":"xyz"}',
  '{"text":"a","lang":"id","topic":"x","also_ok":[5]}',
  '{"text":"a","lang":"id","topic":"x","style":5}',
])("names the line of %s", (line) => {
  expect(() => readLabelled(`\n${line}\n`)).toThrow(/^Line 2 is not of the form/);
});

it.each([
  ["opening-hours", true],
  [null, false],
  ["_smalltalk", false],
])("takes the topic %j for in scope: %s", (topic, expected) => {
  expect(isInScope({ text: "", lang: "id", topic })).toBe(expected);
});
