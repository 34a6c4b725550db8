// The scores, on sets small enough to count by hand.
import { describe, expect, it } from "vitest";
import { evaluate, type Judgement } from "../../../bin/evaluation/evaluate.ts";
import { formatEvaluation } from "../../../bin/evaluation/format.ts";
import type { LabelledQuestion } from "../../../bin/evaluation/labelled.ts";
import type { Decision } from "../../../functions/webhook/matching/decide.ts";
import type { Match } from "../../../functions/webhook/matching/matcher.ts";

const languages = ["id", "en"];

const answer = (entry: string): Decision => ({ kind: "answer", entry });
const suggest = (...entries: [string, ...string[]]): Decision => ({ kind: "suggest", entries });
const fallback: Decision = { kind: "fallback" };
const smalltalk: Decision = { kind: "smalltalk", smalltalk: "greeting" };

function judged(
  question: Partial<LabelledQuestion>,
  decision: Decision,
  match: { ranked?: string[]; confidence?: number; language?: string } = {},
): Judgement {
  const { ranked = [], confidence = 0, language = "id" } = match;
  const whole: Match = {
    language,
    hasWords: true,
    candidates: ranked.map((entry) => ({ entry, score: 1 / ranked.length })),
    subject: 1,
    reach: 1,
    smalltalk: undefined,
    confidence,
  };
  return { question: { text: "", lang: "id", topic: null, ...question }, match: whole, decision };
}

const scores = (judgements: Judgement[]) => evaluate(judgements, languages);

describe("in scope", () => {
  it("sorts decisions into right and wrong ones", () => {
    const { inScope } = scores([
      judged({ topic: "a" }, answer("a")),
      judged({ topic: "a" }, answer("a")),
      judged({ topic: "a" }, answer("b")),
      judged({ topic: "a" }, suggest("b", "a")),
      judged({ topic: "a" }, suggest("b", "c")),
      judged({ topic: "a" }, fallback),
    ]);
    expect(inScope).toEqual({
      n: 6,
      answeredRight: 2,
      answeredWrong: 1,
      suggestedRight: 1,
      suggestedWrong: 1,
      fallback: 1,
    });
  });

  it("takes an entry of also_ok for right", () => {
    const question = { topic: "a", also_ok: ["b"] };
    const { inScope, top1 } = scores([
      judged(question, answer("b"), { ranked: ["b", "a"] }),
      judged(question, suggest("c", "b"), { ranked: ["c", "b"] }),
    ]);
    expect(inScope).toMatchObject({ answeredRight: 1, suggestedRight: 1 });
    expect(top1).toBe(1 / 2);
  });

  it("counts small talk among what was missed, so that the parts add up", () => {
    const { inScope } = scores([judged({ topic: "a" }, smalltalk)]);
    expect(inScope).toMatchObject({ n: 1, fallback: 1 });
  });

  it("ranks entries whatever was decided", () => {
    const { top1, top3 } = scores([
      judged({ topic: "a" }, fallback, { ranked: ["a", "b", "c", "d"] }),
      judged({ topic: "a" }, answer("b"), { ranked: ["b", "c", "a", "d"] }),
      judged({ topic: "a" }, suggest("b"), { ranked: ["b", "c", "d", "a"] }),
      judged({ topic: null }, answer("b"), { ranked: ["b"] }),
    ]);
    expect([top1, top3]).toEqual([1 / 3, 2 / 3]);
  });
});

it("counts what was done out of scope, small talk included", () => {
  const { inScope, outOfScope } = scores([
    judged({ topic: null }, answer("a")),
    judged({ topic: null }, suggest("a")),
    judged({ topic: null }, suggest("b")),
    judged({ topic: null }, fallback),
    judged({ topic: "_smalltalk" }, smalltalk),
    judged({ topic: "_smalltalk" }, answer("a")),
  ]);
  expect(inScope.n).toBe(0);
  expect(outOfScope).toEqual({ n: 6, answered: 2, suggested: 2, fallback: 1, smalltalk: 1 });
});

describe("AUROC", () => {
  const aurocOf = (inside: number[], outside: number[]) =>
    scores([
      ...inside.map((confidence) => judged({ topic: "a" }, fallback, { confidence })),
      ...outside.map((confidence) => judged({ topic: null }, fallback, { confidence })),
    ]).auroc;

  it.each<[string, number[], number[], number]>([
    ["1 where every question in scope is surer", [0.9, 0.8], [0.1, 0.7], 1],
    ["0 where none is", [0.1, 0.2], [0.5, 0.9], 0],
    ["the share of pairs in the right order", [0.9, 0.3], [0.5, 0.1], 3 / 4],
    ["half for a tie", [0.5], [0.5], 1 / 2],
    ["half for each of several ties", [0.5, 0.9], [0.5, 0.5, 0.1], 5 / 6],
  ])("is %s", (_, inside, outside, area) => {
    expect(aurocOf(inside, outside)).toBeCloseTo(area, 12);
  });

  it("agrees with comparing every pair", () => {
    // Few values, so that many are tied.
    const values = (seed: number) => Array.from({ length: 40 }, (_, at) => ((at * seed) % 11) / 11);
    const [inside, outside] = [values(7), values(3).slice(0, 29)];
    const wins = inside.flatMap((a) => outside.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)));
    const area = wins.reduce((sum: number, win) => sum + win, 0) / wins.length;
    expect(aurocOf(inside, outside)).toBeCloseTo(area, 12);
  });
});

describe("the language", () => {
  const languageRight = (...pairs: [lang: string, told: string][]) =>
    scores(pairs.map(([lang, language]) => judged({ lang }, fallback, { language }))).languageRight;

  it("is right where it is the question's", () => {
    expect(languageRight(["id", "id"], ["en", "id"], ["en", "en"], ["id", "id"])).toBe(3 / 4);
  });

  it("is right either way for a mixed question", () => {
    expect(languageRight(["mixed", "id"], ["mixed", "en"])).toBe(1);
  });

  it("is not judged on languages that the bot doesn't speak", () => {
    expect(languageRight(["jv", "id"], ["en", "en"])).toBe(1);
  });
});

describe("groups", () => {
  const evaluation = scores([
    judged({ topic: "a", lang: "id", style: "slang" }, answer("a"), { ranked: ["a"] }),
    judged({ topic: "a", lang: "en", style: "slang" }, answer("b"), { ranked: ["b"] }),
    judged({ topic: null, lang: "en", scope: "far" }, fallback),
    judged({ topic: "a", lang: "en" }, fallback),
  ]);

  it("are scored like the whole, by language", () => {
    expect(evaluation.byLanguage.id).toMatchObject({
      inScope: { n: 1, answeredRight: 1 },
      top1: 1,
    });
    expect(evaluation.byLanguage.en).toMatchObject({ inScope: { n: 2 }, outOfScope: { n: 1 } });
  });

  it("are those of the style, or of the scope where no style is given", () => {
    expect(Object.keys(evaluation.byStyle)).toEqual(["slang", "far"]);
    expect(evaluation.byStyle.slang).toMatchObject({
      inScope: { n: 2, answeredRight: 1, answeredWrong: 1 },
      top1: 1 / 2,
    });
  });

  it("show a dash in the table for what can't be said of them", () => {
    const far = formatEvaluation(evaluation).split("\n").at(-1) ?? "";
    expect(far.split(/ {2,}/)).toEqual([
      ..."far,0,–,–,–,–,–,–,1,0.0,–".split(","),
      expect.any(String),
    ]);
  });
});

it("gives zeros for no questions at all", () => {
  expect(scores([])).toMatchObject({ inScope: { n: 0 }, outOfScope: { n: 0 }, top1: 0, auroc: 0 });
});
