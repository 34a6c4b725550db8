// The one definition of what each file of a FAQ may contain.
import { labelNames, messageNames } from "./faq.ts";
import type { Shape } from "./shape.ts";

const text = (maxCharacters: number): Shape => ({ kind: "text", maxCharacters });
const list = (of: Shape): Shape => ({ kind: "list", of });
const map = (of: Shape): Shape => ({ kind: "map", of });
const fields = (shape: Readonly<Record<string, Shape>>, required: string[] = []): Shape => ({
  kind: "fields",
  fields: shape,
  required,
});

/** Answers fit one bubble on every channel; short titles fit a list row; both count characters. */
export const limits = {
  answer: 1000,
  question: 150,
  short: 24,
  phrasing: 500,
  message: 600,
  label: 80,
};

const languageCode: Shape = {
  kind: "text",
  maxCharacters: 12,
  pattern: /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/,
  patternHint: "Write a language code such as id or en.",
};

const day: Shape = {
  kind: "text",
  maxCharacters: 10,
  pattern: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  patternHint: "Write the day as year-month-day, such as 2026-11-23.",
};

const entryNumber: Shape = {
  kind: "text",
  maxCharacters: 4,
  pattern: /^[1-9]\d{0,3}$/,
  patternHint: "Write a number from 1 to 9999.",
};

export const entryShape = fields(
  {
    question: map(text(limits.question)),
    short: map(text(limits.short)),
    number: entryNumber,
    answer: map(text(limits.answer)),
    sources: list(fields({ title: text(300), url: text(500) }, ["title"])),
    related: list(text(80)),
    verified: day,
    phrasings: map(list(text(limits.phrasing))),
  },
  ["answer"],
);

export const botShape = fields(
  {
    languages: list(languageCode),
    name: map(text(40)),
    categories: map(map(text(limits.short))),
    messages: fields(
      Object.fromEntries(messageNames.map((name) => [name, map(text(limits.message))])),
    ),
    labels: fields(Object.fromEntries(labelNames.map((name) => [name, map(text(limits.label))]))),
    smalltalk: map(
      fields(
        {
          language: languageCode,
          phrasings: map(list(text(limits.phrasing))),
          reply: map(text(limits.message)),
        },
        ["phrasings"],
      ),
    ),
  },
  ["languages"],
);

export const wordsShape = fields({
  slang: map({ kind: "text", maxCharacters: 60, mayBeEmpty: true }),
  concepts: map(list(text(60))),
});

export const offtopicShape = map(list(text(limits.phrasing)));
