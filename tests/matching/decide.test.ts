import { describe, expect, it } from "vitest";
import { decide } from "../../functions/webhook/matching/decide.ts";
import type { Match } from "../../functions/webhook/matching/matcher.ts";

const thresholds = { answer: 0.6, suggest: 0.4 };

const match = (changes: Partial<Match>): Match => ({
  language: "id",
  hasWords: true,
  candidates: [
    { entry: "first", score: 0.55 },
    { entry: "second", score: 0.25 },
    { entry: "third", score: 0.1 },
    { entry: "fourth", score: 0.06 },
    { entry: "fifth", score: 0.04 },
  ],
  subject: 1,
  reach: 0.9,
  smalltalk: { kind: "greeting", score: 0.1 },
  confidence: 0.5,
  ...changes,
});

describe("the decision", () => {
  it("is to answer where the confidence reaches the threshold", () => {
    const answer = { kind: "answer", entry: "first" };
    expect(decide(match({ confidence: 0.6 }), thresholds)).toEqual(answer);
    expect(decide(match({ confidence: 0.59 }), thresholds)).not.toEqual(answer);
  });

  it("is not to answer what is likelier none of ours, however low the threshold is", () => {
    const low = { answer: 0.3, suggest: 0.1 };
    const doubtful = { confidence: 0.45, reach: 0.48 };
    expect(decide(match({ ...doubtful, subject: 0.5 }), low)).toMatchObject({ kind: "answer" });
    expect(decide(match({ ...doubtful, subject: 0.49 }), low)).toMatchObject({ kind: "suggest" });
  });

  it("is to suggest both where two entries fit nearly as well, however confident it is", () => {
    const near = [
      { entry: "first", score: 0.55 },
      { entry: "second", score: 0.42 },
    ];
    expect(decide(match({ confidence: 0.9, candidates: near }), thresholds)).toEqual({
      kind: "suggest",
      entries: ["first", "second"],
    });
  });

  it("is to suggest the best three where only the reach does", () => {
    expect(decide(match({ reach: 0.4 }), thresholds)).toEqual({
      kind: "suggest",
      entries: ["first", "second", "third"],
    });
  });

  it("suggests nothing that is far less likely than the best", () => {
    const candidates = [
      { entry: "first", score: 0.9 },
      { entry: "second", score: 0.046 },
      { entry: "third", score: 0.015 },
    ];
    expect(decide(match({ candidates }), thresholds)).toEqual({
      kind: "suggest",
      entries: ["first", "second"],
    });
    expect(decide(match({ candidates: candidates.slice(0, 1) }), thresholds)).toEqual({
      kind: "suggest",
      entries: ["first"],
    });
  });

  it("is to fall back below that, naming the nearest entry where the subject seems to be ours", () => {
    expect(decide(match({ reach: 0.39 }), thresholds)).toEqual({
      kind: "fallback",
      nearest: "first",
    });
    expect(decide(match({ reach: 0.19 }), thresholds)).toEqual({ kind: "fallback" });
  });

  it("is small talk where that is likelier than all else, however confident an entry looks", () => {
    const smalltalk = { kind: "thanks", score: 0.5 };
    expect(decide(match({ smalltalk, confidence: 0.99 }), thresholds)).toEqual({
      kind: "smalltalk",
      smalltalk: "thanks",
    });
  });

  it("is small talk where that is likely and nothing of ours fits, but not instead of a suggestion", () => {
    const smalltalk = { kind: "greeting", score: 0.25 };
    expect(decide(match({ smalltalk, reach: 0.39 }), thresholds)).toEqual({
      kind: "smalltalk",
      smalltalk: "greeting",
    });
    const unlikely = { ...smalltalk, score: 0.24 };
    expect(decide(match({ smalltalk: unlikely, reach: 0.39 }), thresholds).kind).toBe("fallback");
    expect(decide(match({ smalltalk, reach: 0.4 }), thresholds).kind).toBe("suggest");
  });

  it("needs no small talk to decide", () => {
    expect(decide(match({ smalltalk: undefined, confidence: 0.7 }), thresholds).kind).toBe(
      "answer",
    );
  });

  it("is to fall back where there is no word, or nothing to choose from", () => {
    expect(decide(match({ hasWords: false, confidence: 1 }), thresholds)).toEqual({
      kind: "fallback",
    });
    expect(decide(match({ candidates: [] }), thresholds)).toEqual({ kind: "fallback" });
  });
});
