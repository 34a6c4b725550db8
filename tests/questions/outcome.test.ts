import { describe, expect, it } from "vitest";
import { outcomeOf } from "../../bin/evaluation/outcome.ts";
import { changes, heldOf } from "./outcome.ts";

const asked = { text: "?", lang: "en", topic: "a", also_ok: ["b"] };
const offTopic = { text: "?", lang: "en", topic: null };

describe("what became of a question", () => {
  it("is right or wrong where it was answered", () => {
    expect(outcomeOf({ question: asked, decision: { kind: "answer", entry: "a" } })).toBe("right");
    expect(outcomeOf({ question: asked, decision: { kind: "answer", entry: "b" } })).toBe("right");
    expect(outcomeOf({ question: asked, decision: { kind: "answer", entry: "c" } })).toBe("wrong");
    expect(outcomeOf({ question: offTopic, decision: { kind: "answer", entry: "a" } })).toBe(
      "wrong",
    );
  });

  it("is suggested only where a fitting entry is among the suggestions", () => {
    expect(outcomeOf({ question: asked, decision: { kind: "suggest", entries: ["c", "b"] } })).toBe(
      "suggested",
    );
    expect(outcomeOf({ question: asked, decision: { kind: "suggest", entries: ["c"] } })).toBe(
      "missed",
    );
    expect(outcomeOf({ question: asked, decision: { kind: "fallback" } })).toBe("missed");
  });

  it("is quiet where there is nothing to answer and nothing was", () => {
    expect(outcomeOf({ question: offTopic, decision: { kind: "suggest", entries: ["a"] } })).toBe(
      "quiet",
    );
    expect(
      outcomeOf({ question: { ...offTopic, topic: "_smalltalk" }, decision: { kind: "fallback" } }),
    ).toBe("quiet");
  });
});

it("what is held are the counts, and the questions that go otherwise than they should", () => {
  const outcomes = new Map([
    ["one", "right"],
    ["two", "wrong"],
    ["three", "quiet"],
    ["four", "missed"],
  ] as const);
  expect(heldOf(outcomes)).toEqual({
    right: 1,
    wrong: 1,
    exceptions: { two: "wrong", four: "missed" },
  });
});

it("what changed is told question by question", () => {
  expect(changes({ one: "wrong", two: "missed" }, { two: "suggested", three: "wrong" })).toEqual([
    "wrong → as it should: one",
    "missed → suggested: two",
    "as it should → wrong: three",
  ]);
});
