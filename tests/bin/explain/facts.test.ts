// What a maintainer reads of a message.
import { describe, expect, it } from "vitest";
import type { Explanation } from "../../../bin/explain/explain.ts";
import { formatFacts, matchFacts, wordFacts } from "../../../bin/explain/facts.ts";

const explanation: Explanation = {
  choice: undefined,
  words: { typed: ["kartu", "sih"], standard: ["kartu"], corrected: undefined },
  slang: [],
  concepts: [],
  unknown: [],
  language: "id",
  hasWords: true,
  subject: 0.9,
  decision: { kind: "answer", entry: "lost-card" },
  confidence: 0.8,
  reach: 0.85,
  thresholds: { answer: 0.5, suggest: 0.1 },
  entries: [],
  offtopic: { share: 0.1, logit: 1 },
  smalltalk: undefined,
};
const words = (more: Partial<Explanation>) =>
  Object.fromEntries(wordFacts({ ...explanation, ...more }));
const match = (more: Partial<Explanation>) =>
  Object.fromEntries(matchFacts({ ...explanation, ...more }));

describe("the words of a message", () => {
  it("are told with what slang became", () => {
    const slang = [
      { slang: "gmn", standard: "bagaimana" },
      { slang: "sih", standard: "" },
    ];
    expect(words({ slang })).toMatchObject({ slang: "gmn → bagaimana, sih → left out" });
  });

  it("are told with what was corrected, and with the concepts that unseen ones name", () => {
    const unknown = [
      { word: "krtu", corrected: "kartu", concepts: [] },
      { word: "rent", corrected: undefined, concepts: ["lend"] },
    ];
    expect(words({ unknown })["never seen"]).toBe("krtu → kartu, rent (names lend)");
  });

  it("are told a second time only where something was corrected", () => {
    expect(words({})).not.toHaveProperty("and as");
    const corrected = { typed: ["krtu"], standard: ["krtu"], corrected: ["kartu"] };
    expect(words({ words: corrected })["and as"]).toMatch(/^kartu \(both are scored/);
  });
});

describe("the decision", () => {
  it.each<[string, Partial<Explanation>]>([
    ["answer lost-card", {}],
    ["small talk: greeting", { decision: { kind: "smalltalk", smalltalk: "greeting" } }],
    ["fallback", { decision: { kind: "fallback" } }],
    ["fallback; the nearest is join", { decision: { kind: "fallback", nearest: "join" } }],
    [
      "suggest join, renew",
      { decision: { kind: "suggest", entries: ["join", "renew"] }, confidence: 0.3 },
    ],
    [
      "suggest join, renew; sure enough to answer, but the second is nearly as likely",
      { decision: { kind: "suggest", entries: ["join", "renew"] } },
    ],
    [
      "suggest join, renew; sure enough to answer, but it is likelier none of the FAQ's",
      { decision: { kind: "suggest", entries: ["join", "renew"] }, subject: 0.4 },
    ],
    ["none: there are no words to read", { hasWords: false }],
  ])("is told: %s", (text, more) => {
    expect(match(more).decision).toBe(text);
  });

  it("is told with what it takes", () => {
    expect(match({})).toMatchObject({
      confidence: "80.0 %; an answer needs 50.0 %",
      reach: "85.0 %; suggestions need 10.0 %",
    });
    expect(match({ thresholds: { answer: 2, suggest: 0.1 } }).confidence).toBe(
      "80.0 %; an answer needs more than there is",
    );
  });
});

it("lines facts up, with a dash where there is nothing", () => {
  const facts = [
    ["slang", ""],
    ["never seen", "krtu"],
  ] as const;
  expect(formatFacts(facts)).toBe("slang       –\nnever seen  krtu");
});
