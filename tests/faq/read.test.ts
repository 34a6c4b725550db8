// What a good FAQ becomes once it is read.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Faq } from "../../functions/webhook/faq/faq.ts";
import { readFaq } from "../../functions/webhook/faq/read.ts";
import type { FaqFile } from "../../functions/webhook/faq/yaml.ts";
import { booksFile, edited, faqFiles, hoursFile } from "./small-faq.ts";

function read(files: readonly FaqFile[]): Faq {
  const reading = readFaq(files);
  if (reading.kind === "problems") throw new Error(JSON.stringify(reading.problems));
  return reading.faq;
}

const entryOf = (faq: Faq, id: string) => faq.entries.find((entry) => entry.id === id);

/** The Indonesian answer, where the file says `answer: {id: …}` in this way. */
function answerWritten(yaml: string): string | undefined {
  const text = edited(booksFile, "  id: Lima buku.", `  id: ${yaml}`);
  return entryOf(read(faqFiles({ [booksFile]: text })), "how-many-books")?.answer.id;
}

const perLanguage = `title:
      id: Peraturan perpustakaan
      en: Rules of the library`;

const minimal: readonly FaqFile[] = [
  { path: "bot.yaml", text: "languages: [en]\n" },
  {
    path: "books/lending.yaml",
    text: "answer: {en: Five.}\nphrasings: {en: [how many books, may I borrow a few books at once]}\n",
  },
];

describe("an entry", () => {
  it("has all that its file says", () => {
    expect(entryOf(read(faqFiles()), "how-many-books")).toEqual({
      id: "how-many-books",
      category: "borrowing",
      number: 1,
      question: { id: "Berapa buku yang boleh dipinjam?", en: "How many books may I borrow?" },
      short: { id: "Banyak buku", en: "How many books" },
      answer: { id: "Lima buku.", en: "Five books." },
      sources: [
        {
          title: { id: "Rules of the library", en: "Rules of the library" },
          url: "https://example.org/rules",
        },
      ],
      related: ["opening-hours"],
      verified: "2026-11-23",
      phrasings: [
        { text: "Berapa buku yang boleh dipinjam?", language: "id" },
        { text: "How many books may I borrow?", language: "en" },
        { text: "pinjam berapa buku", language: "id" },
        { text: "borrow how many books", language: "en" },
      ],
    });
  });

  it("may name a source in each language, or once for all", () => {
    const text = edited(booksFile, "title: Rules of the library", perLanguage);
    const { entries } = read(faqFiles({ [booksFile]: text }));
    expect(entries.map(({ sources }) => sources.map(({ title }) => title))).toEqual([
      [{ id: "Peraturan perpustakaan", en: "Rules of the library" }],
      [{ id: "Sign at the door", en: "Sign at the door" }],
    ]);
  });

  it("keeps every text as it is written, whatever it would be elsewhere", () => {
    expect(answerWritten("no")).toBe("no");
    expect(answerWritten("081234567890")).toBe("081234567890");
    expect(answerWritten("1e3")).toBe("1e3");
    expect(answerWritten("2026-11-23")).toBe("2026-11-23");
    expect(answerWritten("null")).toBe("null");
    expect(answerWritten("~")).toBe("~");
    expect(answerWritten("0x1F")).toBe("0x1F");
  });

  it("may have paragraphs, emoji and letters of any script", () => {
    const text = "Lima buku. 📚👩🏽‍🏫\n\nকত? کتاب‌ها 你好";
    expect(answerWritten(`|-\n    ${text.replaceAll("\n", "\n    ")}`)).toBe(text);
  });

  it("counts characters as people do: a thousand emoji fit an answer", () => {
    expect(answerWritten("😀".repeat(1000))).toBe("😀".repeat(1000));
  });

  it("has its canonical question once, also where the phrasings repeat it", () => {
    const text = edited(booksFile, "[borrow how many books]", '["How many books may I borrow?"]');
    const { entries } = read(faqFiles({ [booksFile]: text }));
    const asked = entries[0]?.phrasings.filter(({ text }) => text.startsWith("How many"));
    expect(asked).toEqual([{ text: "How many books may I borrow?", language: "en" }]);
  });

  it("may have phrasings that mix the languages", () => {
    const text = edited(booksFile, "  en: [borrow", "  mixed: [borrow berapa buku]\n  en: [borrow");
    const { entries } = read(faqFiles({ [booksFile]: text }));
    expect(entries[0]?.phrasings).toContainEqual({ text: "borrow berapa buku", language: "mixed" });
  });
});

describe("the numbers of entries", () => {
  it("are the smallest free ones, in order of their files, where none is written", () => {
    const entry = (name: string) => `answer: {en: Yes.}\nphrasings: {en: [ask ${name}]}\n`;
    const { entries } = read([
      { path: "a/first.yaml", text: entry("first") },
      { path: "a/second.yaml", text: `number: 1\n${entry("second")}` },
      { path: "b/third.yaml", text: entry("third") },
      { path: "b/fourth.yaml", text: `number: 3\n${entry("fourth")}` },
      { path: "bot.yaml", text: "languages: [en]\n" },
    ]);
    expect(entries.map(({ id, number }) => [number, id])).toEqual([
      [1, "second"],
      [2, "first"],
      [3, "fourth"],
      [4, "third"],
    ]);
  });
});

describe("a FAQ of nothing but phrasings and answers", () => {
  const faq = read(minimal);
  const reading = readFaq(minimal);

  it("can be read", () => {
    expect(faq.bot.languages).toEqual(["en"]);
    expect(faq.entries).toHaveLength(1);
  });

  it("shows a phrasing as the question, and its beginning as the short title", () => {
    const text = minimal[1]?.text.replace("how many books, ", "") ?? "";
    const [entry] = read([minimal[0] as FaqFile, { path: "books/lending.yaml", text }]).entries;
    expect(entry?.question).toEqual({ en: "may I borrow a few books at once" });
    expect(entry?.short).toEqual({ en: "may I borrow a few book…" });
    expect([...(entry?.short.en ?? "")]).toHaveLength(24);
  });

  it("has words of the bot's own to talk with", () => {
    for (const text of [...Object.values(faq.bot.messages), ...Object.values(faq.bot.labels)]) {
      expect(text.en).toMatch(/\w/);
    }
  });

  it("is told what else an entry may have", () => {
    const warnings = reading.kind === "faq" ? reading.warnings.map(({ rule }) => rule) : [];
    expect(warnings).toEqual(["no-question", "no-short", "no-source"]);
  });
});

describe("bot.yaml", () => {
  const bot = (lines: string) =>
    read(faqFiles({ "bot.yaml": `languages: [id, en]\n${lines}` })).bot;

  it("may leave out any of the bot's words", () => {
    const { messages } = bot("messages:\n  fallback: {id: Entahlah., en: No idea.}\n");
    expect(messages.fallback).toEqual({ id: "Entahlah.", en: "No idea." });
    expect(messages.welcome.en).toBe("Hello! Ask me a question.");
  });

  it("gives a kind of small talk its own reply, or the message of its name", () => {
    const { smalltalk } = bot(
      "messages:\n  thanks: {id: Sama-sama!, en: Any time!}\n" +
        "smalltalk:\n" +
        "  thanks: {phrasings: {id: [makasih], en: [thanks]}}\n" +
        "  greeting: {phrasings: {id: [hai], en: [hi]}, reply: {id: Hai!, en: Hi!}}\n",
    );
    expect(smalltalk.map(({ kind, reply }) => [kind, reply.en])).toEqual([
      ["thanks", "Any time!"],
      ["greeting", "Hi!"],
    ]);
  });

  it("lets a kind of small talk answer in one language whatever was asked in", () => {
    const [smalltalk] = bot(
      "smalltalk:\n  speak-en:\n    language: en\n    phrasings: {id: [inggris dong], en: [english]}\n    reply: {en: Sure.}\n",
    ).smalltalk;
    expect(smalltalk).toMatchObject({ language: "en", reply: { id: "Sure.", en: "Sure." } });
  });

  it("keeps the order of its categories", () => {
    const { categories } = bot(
      "categories:\n  visiting: {id: Berkunjung, en: Visiting}\n  borrowing: {id: Meminjam, en: Borrowing}\n",
    );
    expect([...categories.keys()]).toEqual(["visiting", "borrowing"]);
  });
});

describe("words.yaml and offtopic.yaml", () => {
  it("become slang, concepts and off-topic sentences", () => {
    const { words, offtopic } = read(
      faqFiles({
        "words.yaml": "slang: {brp: berapa, sih: ''}\nconcepts:\n  book: [buku, book]\n",
        "offtopic.yaml": "weather: [apakah besok hujan]\nsport: [siapa menang]\n",
      }),
    );
    expect([...words.slang]).toEqual([
      ["brp", "berapa"],
      ["sih", ""],
    ]);
    expect([...words.concepts]).toEqual([["book", ["buku", "book"]]]);
    expect([...offtopic]).toEqual([
      ["weather", ["apakah besok hujan"]],
      ["sport", ["siapa menang"]],
    ]);
  });

  it("may name anything, also what JavaScript objects come with", () => {
    const { words } = read(
      faqFiles({ "words.yaml": "slang: {__proto__: a, constructor: b, toString: c}\n" }),
    );
    expect([...words.slang.keys()]).toEqual(["__proto__", "constructor", "toString"]);
  });
});

describe("the reader, given anything at all", () => {
  const piece = fc.constantFrom(
    ..."- ,: ,\n,  ,\t,[,],{,},',\",|,>,&a,*a,!!str ,#,?,@,%,---\n,...\n,<<,answer,phrasings,en,id,languages,\\u0000,\ufeff,\u2028,😀,\ud800,é,x".split(
      ",",
    ),
  );
  const yamlLike = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));
  const anything = fc.oneof(fc.string({ unit: "binary" }), yamlLike);
  const path = fc.constantFrom("bot.yaml", "words.yaml", "offtopic.yaml", booksFile, hoursFile);

  it("returns a FAQ or its problems, and never throws", () => {
    fc.assert(
      fc.property(fc.dictionary(path, anything), (changes) => {
        const reading = readFaq(faqFiles(changes));
        const problems = reading.kind === "faq" ? reading.warnings : reading.problems;
        for (const { line, column } of problems) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(column).toBeGreaterThanOrEqual(1);
        }
        const hasError = problems.some(({ severity }) => severity === "error");
        expect(reading.kind).toBe(hasError ? "problems" : "faq");
      }),
      { numRuns: 1500 },
    );
  });
});
