import { describe, expect, it } from "vitest";
import { decide } from "../../functions/webhook/matching/decide.ts";
import type { Match } from "../../functions/webhook/matching/matcher.ts";

const thresholds = { answer: 0.6, suggest: 0.3 };

function matchWith(changes: Partial<Match>): Match {
  return {
    language: "en",
    hasWords: true,
    candidates: [
      { entry: "opening-hours", score: 0.5 },
      { entry: "holidays", score: 0.4 },
      { entry: "address", score: 0.08 },
      { entry: "parking", score: 0.02 },
    ],
    subject: 0.9,
    reach: 0.88,
    smalltalk: { kind: "greeting", score: 0.01 },
    confidence: 0.45,
    ...changes,
  };
}

describe("decide", () => {
  it("answers at the answer threshold", () => {
    expect(decide(matchWith({ confidence: 0.6 }), thresholds)).toEqual({
      kind: "answer",
      entry: "opening-hours",
    });
  });

  it("suggests up to three entries below it, best first", () => {
    expect(decide(matchWith({}), thresholds)).toEqual({
      kind: "suggest",
      entries: ["opening-hours", "holidays", "address"],
    });
  });

  it("suggests no entry that is far less likely than the best", () => {
    const candidates = [
      { entry: "opening-hours", score: 0.95 },
      { entry: "holidays", score: 0.03 },
    ];
    expect(decide(matchWith({ candidates }), thresholds)).toEqual({
      kind: "suggest",
      entries: ["opening-hours"],
    });
  });

  it("says it doesn't know below the suggestion threshold, naming what was near", () => {
    expect(decide(matchWith({ reach: 0.2, confidence: 0.1 }), thresholds)).toEqual({
      kind: "fallback",
      nearest: "opening-hours",
    });
    expect(decide(matchWith({ reach: 0.1, confidence: 0.05 }), thresholds)).toEqual({
      kind: "fallback",
    });
  });

  it("chats where small talk is likelier than not", () => {
    const smalltalk = { kind: "thanks", score: 0.5 };
    expect(decide(matchWith({ smalltalk, confidence: 0.1 }), thresholds)).toEqual({
      kind: "smalltalk",
      smalltalk: "thanks",
    });
  });

  it("doesn't guess at a message without words", () => {
    expect(decide(matchWith({ hasWords: false, confidence: 1 }), thresholds)).toEqual({
      kind: "fallback",
    });
  });

  it("doesn't know anything where there is no entry", () => {
    expect(decide(matchWith({ candidates: [] }), thresholds)).toEqual({ kind: "fallback" });
  });
});
