// `faq eval`: labelled questions in, scores out.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { libraryFaq, makeFolder } from "../run-faq.ts";
import { runFaqHere } from "../run-here.ts";

const folder = makeFolder();
afterAll(folder.remove);

function evaluate(rows: readonly (object | string)[], ...args: string[]) {
  const file = join(folder.path, "questions.jsonl");
  const lines = rows.map((row) => (typeof row === "string" ? row : JSON.stringify(row)));
  writeFileSync(file, `${lines.join("\n")}\n`);
  return runFaqHere(["eval", file, "--faq", libraryFaq, ...args], { dataDir: folder.path });
}

const rows = [
  { text: "buka jam berapa", lang: "id", topic: "opening-hours", style: "plain" },
  { text: "is membership free", lang: "en", topic: "membership-fee", style: "plain" },
  { text: "jam buka on sunday?", lang: "mixed", topic: "opening-hours", style: "mixed" },
  { text: "how do I cook rendang", lang: "en", topic: null, scope: "far" },
  { text: "halo", lang: "id", topic: "_smalltalk" },
];

const scoreKeys = ["inScope", "outOfScope", "top1", "top3", "auroc", "languageRight"];

it("prints the scores as JSON: all together, per language and per style", async () => {
  const { status, stdout, stderr } = await evaluate(rows, "--json");
  const result = JSON.parse(stdout);
  expect(result).toMatchObject({
    inScope: {
      n: 3,
      answeredRight: 3,
      answeredWrong: 0,
      suggestedRight: 0,
      suggestedWrong: 0,
      fallback: 0,
    },
    outOfScope: { n: 2, answered: 0, suggested: 0, fallback: 1, smalltalk: 1 },
    top1: 1,
    top3: 1,
    auroc: 1,
    languageRight: 1,
  });
  expect(Object.keys(result).sort()).toEqual([...scoreKeys, "byLanguage", "byStyle"].sort());
  expect(Object.keys(result.byLanguage).sort()).toEqual(["en", "id", "mixed"]);
  expect(Object.keys(result.byStyle).sort()).toEqual(["far", "mixed", "plain"]);
  expect(Object.keys(result.byLanguage.en).sort()).toEqual([...scoreKeys].sort());
  expect(result.byLanguage.en).toMatchObject({ inScope: { n: 1 }, outOfScope: { n: 1 } });
  expect(result.byStyle.plain.inScope.n).toBe(2);
  expect(stderr).toBe("");
  expect(status).toBe(0);
});

it("prints a table for people, a row for each group", async () => {
  const { status, stdout } = await evaluate(rows);
  const groups = stdout.split("\n").map((line) => line.split("  ")[0]);
  expect(groups).toEqual(["group", "all", "id", "en", "mixed", "plain", "mixed", "far", ""]);
  expect(status).toBe(0);
});

it("names the line that is no labelled question", async () => {
  const { status, stdout, stderr } = await evaluate([...rows.slice(0, 1), '{"text": "halo"}']);
  expect(stderr).toMatch(/^\S+\.jsonl: Line 2 is not of the form/);
  expect(stdout).toBe("");
  expect(status).toBe(1);
});
