// What the reader says of a broken FAQ: which file, where, what is wrong and what to do.
import { describe, expect, it } from "vitest";
import { formatProblem, type Problem } from "../../functions/webhook/faq/problem.ts";
import { readFaq } from "../../functions/webhook/faq/read.ts";
import { brokenFaqs } from "./broken-faqs.ts";
import { booksFile, edited, faqFiles, hoursFile } from "./small-faq.ts";

function problemsIn(changes: Readonly<Record<string, string | undefined>>): readonly Problem[] {
  const reading = readFaq(faqFiles(changes));
  return reading.kind === "faq" ? reading.warnings : reading.problems;
}

const placesIn = (changes: Readonly<Record<string, string | undefined>>) =>
  problemsIn(changes).map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`);

describe("the reader of a FAQ", () => {
  it("finds nothing wrong with a good FAQ", () => {
    expect(problemsIn({})).toEqual([]);
  });

  it.each(brokenFaqs)("reports $what", ({ changes, problems }) => {
    expect(problemsIn(changes).map(formatProblem)).toEqual(problems);
    const hasError = problems.some((problem) => problem.includes(" error: "));
    expect(readFaq(faqFiles(changes)).kind).toBe(hasError ? "problems" : "faq");
  });

  it("says what to do about every problem", () => {
    for (const { changes } of brokenFaqs) {
      for (const { message, remedy } of problemsIn(changes)) {
        expect(message).toMatch(/^\S.*\.$/);
        expect(remedy).toMatch(/^\S.*[.?]$/);
      }
    }
  });

  it("reports brackets that stand too deep in each other once, however many there are", () => {
    const [problem, ...others] = problemsIn({ [booksFile]: "[".repeat(50_000) });
    expect(problem).toMatchObject({ file: booksFile, line: 1, rule: "yaml-syntax" });
    expect(others).toEqual([]);
  });

  it("finds the problems of all files in one go, in order of files and places", () => {
    const places = placesIn({
      "bot.yaml": "languages: [id, en]\ngreeting: hello\nname: {id: Pustaka}\n",
      [booksFile]: edited(booksFile, "Five books.", "&five Five books."),
      [hoursFile]: edited(hoursFile, "At nine.", "")
        .replace("number: 2", "number: two")
        .replace("[how-many-books]", "[how-many-book]"),
      "words.yaml": "slang: [wa]\n",
    });
    expect(places).toEqual([
      "borrowing/how-many-books.yaml:8:13 yaml-plain",
      "bot.yaml:2:1 unknown-key",
      "bot.yaml:3:1 missing-language",
      "visiting/opening-hours.yaml:5:9 wrong-form",
      "visiting/opening-hours.yaml:8:7 empty-text",
      "visiting/opening-hours.yaml:11:11 unknown-related",
      "words.yaml:1:1 wrong-kind",
    ]);
  });

  it("still finds what is wrong with entries where bot.yaml can't be read", () => {
    const places = placesIn({
      "bot.yaml": "languages: [id, en\n",
      [booksFile]: edited(booksFile, "number: 1", "number: one"),
    });
    expect(places).toEqual([
      "borrowing/how-many-books.yaml:5:9 wrong-form",
      "bot.yaml:1:12 yaml-syntax",
    ]);
  });
});

describe("the place of a problem", () => {
  const broken = edited(booksFile, "url: https", "url: http");
  const place = ["borrowing/how-many-books.yaml:11:10 bad-link"];

  it("is the same whatever ends the lines", () => {
    expect(placesIn({ [booksFile]: broken })).toEqual(place);
    expect(placesIn({ [booksFile]: broken.replaceAll("\n", "\r\n") })).toEqual(place);
  });

  it("is the same behind a byte order mark", () => {
    expect(placesIn({ [booksFile]: `\ufeff${broken}` })).toEqual(place);
    const key = edited(booksFile, "question:", "qestion:");
    expect(placesIn({ [booksFile]: `\ufeff${key}` })).toContain(`${booksFile}:1:1 unknown-key`);
  });

  it("counts characters, whatever their script", () => {
    const flow = (before: string) => `short: {id: "${before}", en: "${"x".repeat(25)}"}`;
    for (const before of ["abcd", "åéîõ", "你好世界", "😀😀🙏🏽"]) {
      const text = edited(booksFile, "short: {id: Banyak buku, en: How many books}", flow(before));
      expect(placesIn({ [booksFile]: text })).toEqual([`${booksFile}:4:25 too-long`]);
    }
  });

  it("is the key of what is longer than a text", () => {
    const text = edited(booksFile, "answer:\n  id: Lima buku.\n", "answer:\n");
    expect(placesIn({ [booksFile]: text })).toEqual([`${booksFile}:6:1 missing-language`]);
  });
});
