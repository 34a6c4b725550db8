// An editor that follows the schemas says of a file's shape what the reader says, no more, no less.
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { type FileKind, schemaOfKind } from "../../../bin/schema/schema-files.ts";
import type { Problem } from "../../../functions/webhook/faq/problem.ts";
import { readBot } from "../../../functions/webhook/faq/read-bot.ts";
import { readEntry } from "../../../functions/webhook/faq/read-entry.ts";
import { readTopFile } from "../../../functions/webhook/faq/read-top-file.ts";
import type { Shape } from "../../../functions/webhook/faq/shape.ts";
import {
  botShape,
  entryShape,
  offtopicShape,
  wordsShape,
} from "../../../functions/webhook/faq/shapes.ts";
import { languages, placesIn, slips, valuesOf, withSlip } from "./shape-values.ts";

// `patternErrorMessage` is a word of the editors' own.
const ajv = new Ajv({ strict: true, strictTypes: false, keywords: ["patternErrorMessage"] });
const shapes: Readonly<Record<FileKind, Shape>> = {
  entry: entryShape,
  bot: botShape,
  words: wordsShape,
  offtopic: offtopicShape,
};
const kinds = Object.keys(shapes) as FileKind[];
const validators = new Map(kinds.map((kind) => [kind, ajv.compile(schemaOfKind(kind, languages))]));

/** As an editor sees the file: numbers, booleans and all. */
const editorAccepts = (kind: FileKind, text: string) =>
  validators.get(kind)?.(parse(text)) ?? false;

const { bot } = readBot([{ path: "bot.yaml", text: `languages: [${languages.join(", ")}]` }], []);

/** Rules that are about a file's shape; what else can be wrong no schema knows. */
const shapeRules = new Set([
  "wrong-kind",
  "unknown-key",
  "missing-key",
  "empty-text",
  "wrong-form",
  "too-long",
  "missing-language",
  "unknown-language",
]);

function readerAccepts(kind: FileKind, text: string): boolean {
  const problems: Problem[] = [];
  if (kind === "entry") readEntry({ path: "topic/entry.yaml", text }, bot, problems);
  else if (kind === "bot") readBot([{ path: "bot.yaml", text }], problems);
  else {
    const path = `${kind}.yaml`;
    readTopFile(path, shapes[kind], [{ path, text }], problems);
  }
  return !problems.some(({ rule, severity }) => severity === "error" && shapeRules.has(rule));
}

const entry = (more: string) => `answer: {id: Ya., en: "Yes."}\n${more}`;

describe.each(kinds)("the schema of %s", (kind) => {
  it("accepts what the reader accepts, and refuses what it refuses, with or without a slip", () => {
    const values = valuesOf(shapes[kind]);
    const seen = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(values, fc.nat(), fc.constantFrom(...slips), (value, place, slip) => {
        const places = placesIn(value);
        const wrong = withSlip(value, places[place % places.length] ?? [], slip);
        // As plain as can be: `no` and `1e5` stay without quotes.
        const text = stringify(wrong, { schema: "failsafe", lineWidth: 0 });
        const isAccepted = readerAccepts(kind, text);
        seen[isAccepted ? "accepted" : "refused"] += 1;
        expect({ text, isAccepted: editorAccepts(kind, text) }).toEqual({ text, isAccepted });
      }),
    );
    expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(0);
  });
});

describe("the schema of an entry", () => {
  it.each([
    "number: 7",
    'number: "7"',
    "verified: 2026-11-23",
    "related: [2day]",
    "sources: []",
    "sources: [{title: 2021}]",
    "sources: [{title: {id: Papan, en: Board}}]",
  ])("accepts %s", (line) => expect(editorAccepts("entry", entry(line))).toBe(true));

  it.each([
    "number: 0",
    "number: 10000",
    "number: 1.5",
    "number: seven",
    "verified: 23 November 2026",
    "verified: 2026",
    "verified: true",
    "phrasings: {jv: [piye]}",
    "question: {id: Apa?}",
    "question: {id: Apa?, en: }",
    "question: {id: Apa?, en: What?, mixed: Apa what?}",
    "short: {id: Dua puluh lima aksara ini, en: Short}",
    "sources: [{url: https://example.org}]",
    "sources: [{title: }]",
    "sources: [{title: [Papan]}]",
    "sources: [{title: {id: Papan}}]",
    "sources: [{title: {id: Papan, en: Board, jv: Papan}}]",
    "related:",
    "anser: {}",
  ])("refuses %s", (line) => expect(editorAccepts("entry", entry(line))).toBe(false));

  it("takes a text that is only null for a forgotten one, although the reader doesn't", () => {
    const text = entry("phrasings: {en: [null]}");
    expect(readerAccepts("entry", text)).toBe(true);
    expect(editorAccepts("entry", text)).toBe(false);
  });
});

describe("the schema of words.yaml", () => {
  it.each(['"a\\tb"', '"a\\nb"', '""', "a  b"])("refuses a concept called %s", (name) => {
    const text = `concepts: {${name}: [x]}`;
    expect([readerAccepts("words", text), editorAccepts("words", text)]).toEqual([false, false]);
  });
});

describe("every schema", () => {
  it("says of each key of its files what belongs there, in one sentence", () => {
    const undescribed = kinds.flatMap((kind) => keysWithoutSentence(shapes[kind], kind));
    expect(undescribed).toEqual([]);
  });
});

function keysWithoutSentence(shape: Shape, path: string): string[] {
  if (shape.kind === "text") return [];
  if (shape.kind !== "fields") return keysWithoutSentence(shape.of, `${path}.*`);
  return Object.entries(shape.fields).flatMap(([key, of]) => [
    ...(/^[A-Z].*\.$/.test(of.description ?? "") ? [] : [`${path}.${key}`]),
    ...keysWithoutSentence(of, `${path}.${key}`),
  ]);
}
