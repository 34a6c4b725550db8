// The reader of the FAQ under fire: real files, mangled as people and attackers mangle them.
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { readFaqFolder } from "../../bin/faq-folder.ts";
import type { Faq } from "../../functions/webhook/faq/faq.ts";
import type { Problem } from "../../functions/webhook/faq/problem.ts";
import { readFaq } from "../../functions/webhook/faq/read.ts";
import type { FaqFile } from "../../functions/webhook/faq/yaml.ts";
import { anyLetters, hostileName, hostileText } from "./hostile.ts";
import type { Target } from "./target.ts";

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const ownFiles = readFaqFolder(folder("../../faq"));
const smallFiles = readFaqFolder(folder("../fixtures/bot"));
const isEntry = ({ path }: FaqFile) => path.includes("/");
const entries = smallFiles.filter(isEntry);
/** Long ones, and so the dearer half. */
const ownEntries = ownFiles.filter(isEntry);
const tops = smallFiles.filter(({ path }) => !path.includes("/"));
const words = {
  path: "words.yaml",
  text: "slang: {brp: berapa, sih: ''}\nconcepts: {book: [buku]}\n",
};
const bot: FaqFile = { path: "bot.yaml", text: "languages: [id, en]\n" };

const yamlPieces = [
  ...[
    "no",
    "yes",
    "null",
    "~",
    "0812345678",
    "0x1F",
    "1e400",
    "2026-02-30",
    ".inf",
    "12:30:45",
    "=",
    "<<",
  ],
  ...[
    "&a x",
    "*a",
    "<<: *a",
    "!!js/function x",
    "!!binary eA==",
    "!important x",
    "!<tag:x> y",
    "&a [*a]",
  ],
  ...[
    "[",
    "]",
    "{",
    "}",
    "[a, b",
    "{a: b",
    "{__proto__: {a: b}}",
    "'",
    '"',
    '"\\ud800"',
    '"\\x00"',
    '"\\q"',
  ],
  ...[
    "|",
    ">",
    "|9",
    ">-",
    "|+2",
    "- - - x",
    "? a",
    "? [a, b]\n: c",
    "? {a: b}",
    ": x",
    "-",
    "- ",
    "key: a: b",
  ],
  ...[
    "---",
    "...",
    "%YAML 1.1",
    "%TAG ! x",
    "# x",
    "\tx",
    "@x",
    "`x",
    "%x",
    "\0",
    "\ufeff",
    "\u2028",
    "\ud800",
  ],
  ...[
    "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]",
    "\r\n",
    "\r",
    "\n",
    "\u0085",
    "",
  ],
  ...[
    "[".repeat(300),
    "{a: ".repeat(200),
    "- ".repeat(300),
    "? ".repeat(200),
    "x".repeat(3000),
    "!".repeat(99),
  ],
  ...[
    "languages: []",
    "languages: [en, en]",
    "languages: [__proto__]",
    "smalltalk: {x: {phrasings: {}}}",
  ],
  ...[
    "number: 99999",
    "number: 007",
    "related: [x, x]",
    "sources: [{title: x, url: 'javascript:1'}]",
  ],
  ...[
    "url: https://a@b.example",
    "url: https://ex\u0430mple.org",
    "url: 'https://[::1'",
    "url: https://%",
  ],
  ...[
    "answer: {id: [x], en: {a: b}}",
    "constructor: x",
    "toString: {id: x, en: x}",
    "phrasings: [x]",
  ],
];

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...yamlPieces) },
  { weight: 2, arbitrary: hostileText },
  { weight: 1, arbitrary: hostileName },
  { weight: 1, arbitrary: anyLetters },
);

interface Edit {
  readonly at: number;
  readonly how: "drop" | "repeat" | "indent" | "value" | "line" | "within" | "cut";
  readonly piece: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.noBias(fc.nat(5000)),
  how: fc.constantFrom("drop", "repeat", "indent", "value", "value", "line", "within", "cut"),
  piece,
});

function edited(text: string, { at, how, piece }: Edit): string {
  if (how === "cut") return text.slice(0, at % (text.length + 1));
  if (how === "within") {
    const place = at % (text.length + 1);
    return text.slice(0, place) + piece + text.slice(place);
  }
  const lines = text.split("\n");
  const index = at % lines.length;
  const line = lines[index] ?? "";
  const indent = /^ */.exec(line)?.[0] ?? "";
  const changed: Record<"drop" | "repeat" | "indent" | "value" | "line", string[]> = {
    drop: [],
    repeat: [line, line],
    indent: [at % 2 ? ` ${line}` : line.replace(/^ {1,2}/, "")],
    value: [line.replace(/^( *(?:- )*(?:[\w-]+:)?).*$/, (_, key: string) => `${key} ${piece}`)],
    line: [line, indent + piece],
  };
  lines.splice(index, 1, ...changed[how]);
  return lines.join("\n");
}

const paths = [
  ...["a/b.yaml", "a/b/c.yaml", "__proto__/x.yaml", "a/__proto__.yaml", "../x/y.yaml", "/x.yaml"],
  ...[
    "a/.yaml",
    "a/B C.yaml",
    "a/b.yml",
    "bot.yaml",
    "words.yaml",
    "offtopic.yaml",
    "x.yaml",
    "",
    "/",
  ],
];

type Files = readonly FaqFile[];

const mangled: fc.Arbitrary<Files> = fc
  .record({
    file: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...entries) },
      { weight: 2, arbitrary: fc.constantFrom(...ownEntries) },
      { weight: 2, arbitrary: fc.constantFrom(...tops, words, bot) },
    ),
    edits: fc.array(edit, { minLength: 1, maxLength: 4 }),
    path: fc.oneof(
      { weight: 9, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constantFrom(...paths) },
    ),
    other: fc.oneof(
      { weight: 4, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constantFrom(...entries) },
    ),
  })
  .map(({ file, edits, path = file.path, other }) => [
    ...[bot, other]
      .filter((each) => each !== undefined && each.path !== path)
      .map((each) => each ?? bot),
    { path, text: edits.reduce(edited, file.text) },
  ]);

const anything: fc.Arbitrary<Files> = fc.array(
  fc.record({
    path: fc.constantFrom(...paths),
    text: fc.oneof(
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString()),
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(" ")),
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("\n")),
    ),
  }),
  { maxLength: 3 },
);

export const faqTarget: Target<Files> = {
  name: "faq",
  share: 6,
  inputs: fc.oneof({ weight: 7, arbitrary: mangled }, { weight: 3, arbitrary: anything }),
  async judge(files) {
    const startedAt = performance.now();
    const reading = readFaq(files);
    const ms = performance.now() - startedAt;
    const told = reading.kind === "faq" ? reading.warnings : reading.problems;
    const hasError = told.some(({ severity }) => severity === "error");
    return {
      problems: [
        ...told.flatMap((problem) => faultsOf(problem, files)),
        ...(hasError === (reading.kind === "problems") ? [] : ["errors, and a FAQ all the same"]),
        ...(reading.kind === "faq" ? faultsOfFaq(reading.faq) : []),
        ...("polluted" in {} || "a" in {} ? ["a prototype was changed"] : []),
      ],
      ms,
    };
  },
};

/** Whoever wrote the file must find the place, and know what to do there. */
function faultsOf({ file, line, column, rule, message, remedy }: Problem, files: Files): string[] {
  const longest = Math.max(
    1,
    ...files.filter(({ path }) => path === file).map(({ text }) => text.split("\n").length),
  );
  const isNamed = file === "bot.yaml" || files.some(({ path }) => path === file);
  return [
    ...(isNamed ? [] : [`a problem of no file: ${file}`]),
    ...(Number.isSafeInteger(line) && line >= 1 && line <= longest + 1 ? [] : [`line ${line}`]),
    ...(Number.isSafeInteger(column) && column >= 1 ? [] : [`column ${column}`]),
    ...(/^[a-z-]+$/.test(rule) ? [] : [`rule ${rule}`]),
    ...(message.trim() === "" ? [`${rule} says nothing`] : []),
    ...(remedy.trim() === "" ? [`${rule} has no remedy`] : []),
  ];
}

/** Whatever a value looks like, what comes of it is text. */
function faultsOfFaq({ bot, entries }: Faq): string[] {
  const texts = entries.flatMap(({ id, question, short, answer, sources, related, phrasings }) => [
    ...[id, ...Object.values(question), ...Object.values(short), ...Object.values(answer)],
    ...sources.flatMap(({ title, url = "https://" }) => [...Object.values(title), url]),
    ...related,
    ...phrasings.map(({ text }) => text),
  ]);
  const links = entries.flatMap(({ sources }) => sources.flatMap(({ url = [] }) => url));
  return [
    ...(texts.every((text) => typeof text === "string") ? [] : ["a text that is none"]),
    ...(texts.every((text) => String(text).isWellFormed()) ? [] : ["half a letter"]),
    ...(links.every((link) => /^https:\/\/[^\s@]+$/i.test(link)) ? [] : ["a link that misleads"]),
    ...(entries.every(({ number }) => Number.isInteger(number) && number >= 1) ? [] : ["a number"]),
    ...(bot.languages.every((language) => typeof language === "string") ? [] : ["a language"]),
  ];
}
