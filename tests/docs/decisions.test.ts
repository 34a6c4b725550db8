// The decisions are all in the index, in one form, and name the numbers that the code has.
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { functionTimeoutS, leaseS } from "../../functions/webhook/counts/limits.ts";
import { featureBits } from "../../functions/webhook/matching/hash.ts";
import { goals } from "../../functions/webhook/training/calibrate.ts";
import { functionMemoryMb } from "../../lib/function-size.ts";
import { documents, readDocument, withoutFences } from "./documents.ts";

const decisions = documents.filter((path) => /^docs\/adr\/\d{4}-/.test(path));

it("are numbered without a gap, and each has its line in the index", () => {
  const numbers = decisions.map((path) => Number(basename(path).slice(0, 4)));
  expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  const index = readDocument("docs/adr/README.md");
  const listed = [...index.matchAll(/^\| \[(\d+)\]\(([^)]+)\) \|/gm)];
  expect(listed.map(([, number, file]) => [Number(number), file])).toEqual(
    decisions.map((path, at) => [at + 1, basename(path)]),
  );
});

it.each(decisions)("%s has a title, a status and the three parts", (path) => {
  const text = withoutFences(readDocument(path));
  const number = Number(basename(path).slice(0, 4));
  expect(text).toMatch(new RegExp(`^# ${number}\\. .+\\n\\n\\*\\*Status\\*\\*: \\w+`));
  const parts = [...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title);
  const [first, last] = [parts[0], parts.at(-1)];
  expect([first, last]).toEqual(["Context", "Consequences"]);
  expect(parts.length).toBeGreaterThan(2);
});

const percent = (share: number) => `${Math.round(share * 100)} %`;

describe("what is said of the code", () => {
  it.each([
    ["0001", `for ${leaseS} seconds, longer than the function may run (${functionTimeoutS})`],
    ["0002", `${featureBits}-bit hashes`],
    ["0002", `${percent(goals.wrongAnswers)} of the answers would be wrong`],
    ["0002", `if ${percent(goals.offtopicTraffic)} of the messages couldn't be answered`],
    ["0010", `${functionMemoryMb} MB`],
  ])("%s has: %s", (number, words) => {
    const page = decisions.find((path) => path.includes(`/${number}-`)) ?? "";
    expect(readDocument(page)).toContain(words);
  });
});
