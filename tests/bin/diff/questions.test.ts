// Questions that two FAQs answer differently, sorted by which of them is right.
import { describe, expect, it } from "vitest";
import { compareQuestions } from "../../../bin/diff/questions.ts";
import type { LabelledQuestion } from "../../../bin/evaluation/labelled.ts";
import { type Does, faqOf, matcherThat, sea, sky } from "./two-faqs.ts";

const both = faqOf({ "nature/sky.yaml": sky, "nature/sea.yaml": sea });
const asked = (more: Partial<LabelledQuestion> = {}): LabelledQuestion => ({
  text: "?",
  lang: "en",
  topic: "sky",
  ...more,
});

/** In which list a question ends that was dealt with so, and then so. */
function sortOf(from: Does, to: Does, question = asked()): string {
  const side = (does: Does) => ({ faq: both, matcher: matcherThat({ "?": does }) });
  const found = compareQuestions(side(from), side(to), [question], []);
  const lists = (["worse", "better", "other"] as const).filter((list) => found[list].length > 0);
  return lists.join(" ") || "as before";
}

describe("a question that has an answer", () => {
  it.each<[Does, Does, string]>([
    ["sky", "sky", "as before"],
    ["sky", ["sky", "sea"], "worse"],
    ["sky", undefined, "worse"],
    ["sky", "sea", "worse"],
    [["sea", "sky"], "sky", "better"],
    [["sea", "sky"], undefined, "worse"],
    [["sea", "sky"], ["sky", "sea"], "as before"],
    [undefined, "sea", "worse"],
    ["sea", undefined, "better"],
    ["sea", ["sky", "sea"], "better"],
    ["sea", "salt", "other"],
    [["sea", "salt"], undefined, "other"],
  ])("and gets %j, then %j, goes: %s", (from, to, expected) => {
    expect(sortOf(from, to)).toBe(expected);
  });

  it("may have another that would do", () => {
    expect(sortOf("sky", "sea", asked({ also_ok: ["sea"] }))).toBe("other");
  });
});

describe("a question that has none", () => {
  it.each<[Does, Does, string]>([
    [undefined, "sky", "worse"],
    ["sky", ["sky", "sea"], "better"],
    [["sky", "sea"], undefined, "other"],
    ["sky", "sea", "other"],
  ])("and gets %j, then %j, goes: %s", (from, to, expected) => {
    expect(sortOf(from, to, asked({ topic: null }))).toBe(expected);
  });
});

describe("an entry's own question", () => {
  const skyQuestion = "Which colour is the sky?";
  const seaQuestion = "Why is the sea salty?";
  const onlySea = faqOf({ "nature/sea.yaml": sea });

  it("is asked without being labelled", () => {
    const found = compareQuestions(
      { faq: both, matcher: matcherThat({ [skyQuestion]: "sky", [seaQuestion]: "sea" }) },
      { faq: both, matcher: matcherThat({ [skyQuestion]: "sea", [seaQuestion]: "sea" }) },
      [],
      [],
    );
    expect(found.worse).toMatchObject([{ text: skyQuestion, origin: "entry", accepted: ["sky"] }]);
    expect(found.totals.labelled.questions).toBe(0);
    expect(found.totals.own).toMatchObject({
      questions: 2,
      before: { right: 2, wrong: 0 },
      after: { right: 1, wrong: 1 },
    });
  });

  it("has no right answer any more once its entry is gone", () => {
    const found = compareQuestions(
      { faq: both, matcher: matcherThat({ [skyQuestion]: "sky", [seaQuestion]: "sea" }) },
      { faq: onlySea, matcher: matcherThat({ [seaQuestion]: "sea" }) },
      [],
      [],
    );
    expect([found.worse, found.better]).toEqual([[], []]);
    expect(found.other).toMatchObject([{ text: skyQuestion, origin: "former" }]);
    expect(found.other[0]?.to).toEqual({ decision: { kind: "fallback" } });
  });

  it("is the same under a new id, and labels may name either", () => {
    const after = faqOf({ "nature/colour.yaml": sky, "nature/sea.yaml": sea });
    const found = compareQuestions(
      { faq: both, matcher: matcherThat({ [skyQuestion]: "sky", old: "sky", new: "sky" }) },
      {
        faq: after,
        matcher: matcherThat({ [skyQuestion]: "colour", old: "colour", new: "colour" }),
      },
      [asked({ text: "old", topic: "sky" }), asked({ text: "new", topic: "colour" })],
      [{ from: "sky", to: "colour" }],
    );
    expect([found.worse, found.better, found.other]).toEqual([[], [], []]);
    expect(found.totals.labelled).toMatchObject({ before: { right: 2 }, after: { right: 2 } });
  });
});

it("without a FAQ before, there is only how it goes now", () => {
  const after = { faq: both, matcher: matcherThat({ "?": "sky" }) };
  const found = compareQuestions(undefined, after, [asked()], []);
  expect([found.worse, found.better, found.other]).toEqual([[], [], []]);
  expect(found.totals.labelled).toEqual({
    questions: 1,
    after: { right: 1, quiet: 0, suggested: 0, missed: 0, wrong: 0 },
  });
});

it("labels of entries that neither FAQ has are named", () => {
  const side = { faq: both, matcher: matcherThat({}) };
  const labelled = [asked(), asked({ topic: "moon" }), asked({ topic: "_smalltalk" })];
  expect(compareQuestions(side, side, labelled, []).strangers).toEqual([labelled[1]]);
});

it("how far the asking has come is told", () => {
  const shares: number[] = [];
  const side = { faq: both, matcher: matcherThat({}) };
  compareQuestions(side, side, [asked(), asked()], [], (share) => shares.push(share));
  expect(shares).toEqual([0.25, 0.5, 0.75, 1]);
});
