// What the linter says of a poor FAQ, and that it says nothing of a good one.
import { describe, expect, it } from "vitest";
import { checkFaq } from "../../../bin/check/check.ts";
import { rules } from "../../../bin/check/registry.ts";
import type { Problem } from "../../../functions/webhook/faq/problem.ts";
import { brokenFaqs } from "../../faq/broken-faqs.ts";
import { faqFiles as smallFaqFiles } from "../../faq/small-faq.ts";
import { booksFile, type Changes, cardFile, edit, faqFiles, today } from "./good-faq.ts";
import { poorFaqs } from "./poor-faqs.ts";

const known = new Map<Changes, readonly Problem[]>();
function problemsIn(changes: Changes): readonly Problem[] {
  const problems = known.get(changes) ?? checkFaq(faqFiles(changes), { today }).problems;
  known.set(changes, problems);
  return problems;
}

const placesIn = (changes: Changes) =>
  problemsIn(changes).map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`);

describe("the linter", () => {
  it("finds nothing in a good FAQ", () => {
    expect(problemsIn({})).toEqual([]);
  });

  it.each(poorFaqs)("finds $what, and nothing else", ({ changes, found }) => {
    expect(placesIn(changes)).toEqual(found);
  });

  it("tells all that the reader tells of a broken FAQ, at places that there are", () => {
    for (const { changes } of brokenFaqs) {
      const files = smallFaqFiles(changes);
      const { problems, sources } = checkFaq(files, { today });
      expect(problems).toEqual(expect.arrayContaining([...sources.problems]));
      for (const { file, line, column } of problems) {
        const lines = (files.find(({ path }) => path === file)?.text ?? "").split("\n");
        expect(line).toBeLessThanOrEqual(lines.length);
        expect(column).toBeLessThanOrEqual((lines[line - 1] ?? "").length + 1);
      }
    }
  });

  it("takes no time to speak of over a text that is far too long", () => {
    const long = ["x".repeat(200_000), "x ".repeat(100_000), "1".repeat(200_000)].join(" ");
    const { problems } = checkFaq(faqFiles(edit(cardFile, ["my card is gone", long])), { today });
    expect(problems.map(({ rule }) => rule)).toEqual(["too-long"]);
  });

  it("offers no slang word as the remedy where two become each other", () => {
    const remedies = problemsIn({ "words.yaml": "slang: {bk: buku, buku: bk}\n" })
      .filter(({ rule }) => rule === "chained-slang")
      .map(({ remedy }) => remedy);
    expect(remedies).toEqual(["Write the standard words.", "Write the standard words."]);
  });

  it("misses no words of a file that can't be read", () => {
    const changes = { [booksFile]: "answer: [\n" };
    expect(problemsIn(changes).map(({ rule }) => rule)).not.toContain("unused-concept");
    expect(problemsIn({ [booksFile]: undefined }).map(({ rule }) => rule)).toContain(
      "unused-concept",
    );
  });

  it("has a poor FAQ for every rule", () => {
    const found = new Set(
      poorFaqs.flatMap(({ found }) => found.map((place) => place.split(" ")[1])),
    );
    expect(rules.map(({ name }) => name).filter((name) => !found.has(name))).toEqual([]);
  });

  it("says what is wrong and what to do in whole sentences", () => {
    for (const { changes } of poorFaqs) {
      for (const { message, remedy } of problemsIn(changes)) {
        expect(message).toMatch(/^\S.*[.!?]$/);
        expect(remedy).toMatch(/^\S.*[.?]$/);
      }
    }
  });
});
