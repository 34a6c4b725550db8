import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cutLabel,
  cutReply,
  cutText,
  feedbackRowsOf,
  rowsOf,
  rowsWithFeedback,
} from "../../functions/webhook/channels/cut.ts";
import { asText, type Option, type Reply } from "../../functions/webhook/reply.ts";
import { feedbackOn, replyOf as replyWith } from "./reply.ts";

const option = (n: number): Option => ({
  choice: { kind: "entry", entry: `entry-${n}`, language: "en" },
  key: String(n),
  title: `Title ${n}`,
  question: `Question ${n}?`,
});

const replyOf = (answer: string, sources: string, options: readonly Option[] = []): Reply =>
  replyWith({
    text: [answer, sources].filter(Boolean).join("\n\n"),
    sources,
    options,
    optionsTitle: "Related questions",
  });

describe("cutText", () => {
  it("leaves a text that fits alone", () => {
    expect(cutText("fits exactly", 12)).toBe("fits exactly");
  });

  it("cuts between words and says so", () => {
    expect(cutText("one two three four", 12)).toBe("one two…");
  });

  it("cuts a long word rather than lose it", () => {
    expect(cutText("a verylongwordwithoutend", 12)).toBe("a verylongw…");
  });

  it("never cuts within a letter that a person sees", () => {
    const family = "👨‍👩‍👧‍👦";
    const { length } = family;
    expect(cutText(family + family, length + 1)).toBe(`${family}…`);
    expect(cutText(family + family, length)).toBe("…");
    expect(cutText("e\u0301e\u0301e\u0301", 4)).toBe("e\u0301…");
  });

  it("always fits, is well-formed, and begins like the whole", () => {
    const texts = fc.string({ unit: "grapheme", maxLength: 200 });
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 100 }), (whole, max) => {
        const cut = cutText(whole, max);
        expect(cut.length).toBeLessThanOrEqual(max);
        expect(cut.isWellFormed()).toBe(true);
        if (cut !== whole) {
          expect(cut.endsWith("…")).toBe(true);
          expect(whole.startsWith(cut.slice(0, -1))).toBe(true);
        }
      }),
    );
  });
});

describe("cutLabel", () => {
  it("counts what people see as letters", () => {
    const family = "👨‍👩‍👧‍👦";
    expect(cutLabel(family.repeat(20), 20)).toBe(family.repeat(20));
    expect(cutLabel(family.repeat(21), 20)).toBe(`${family.repeat(19)}…`);
    expect(cutLabel("Apakah chat saya dibaca?", 20)).toBe("Apakah chat saya di…");
  });
});

describe("cutReply", () => {
  const sources = "Source:\nThe rules\nhttps://example.org/rules";

  it("is the whole reply with its options numbered, where that fits", () => {
    const reply = replyOf("An answer.", sources, [option(1), option(2)]);
    expect(cutReply(reply, 4096)).toBe(
      "An answer.\n\nSource:\nThe rules\nhttps://example.org/rules\n\n" +
        "Related questions\n1. Question 1?\n2. Question 2?\n\nReply with a number.",
    );
  });

  it("lets the last options go first, and the answer stay whole", () => {
    const reply = replyOf("An answer.", sources, [option(1), option(2)]);
    const text = cutReply(reply, asText(reply).length - 1);
    expect(text).toContain(`An answer.\n\n${sources}\n\nRelated questions\n1. Question 1?\n\n`);
    expect(text).not.toContain("Question 2?");
  });

  it("cuts the answer, never its sources", () => {
    const reply = replyOf("word ".repeat(1000).trim(), sources, [option(1)]);
    const text = cutReply(reply, 4096);
    expect(text.length).toBeLessThanOrEqual(4096);
    expect(text.length).toBeGreaterThan(4000);
    expect(text.endsWith(`word…\n\n${sources}`)).toBe(true);
  });

  it("fits whatever the answer, the sources and the options are", () => {
    const lengths = fc.tuple(fc.nat(3000), fc.nat(3000), fc.nat(40), fc.constantFrom(640, 1600));
    fc.assert(
      fc.property(lengths, ([answer, source, count, max]) => {
        const options = Array.from({ length: count }, (_, n) => option(n));
        const reply = replyOf("a ".repeat(answer / 2), "s".repeat(source), options);
        const text = cutReply(reply, max);
        expect(text.length).toBeLessThanOrEqual(max);
        if (asText(reply).length <= max) expect(text).toBe(asText(reply));
        else if (source + 200 < max - 2) expect(text).toContain(reply.sources);
      }),
    );
  });
});

describe("rowsOf", () => {
  const options = Array.from({ length: 12 }, (_, n) => option(n));
  const rest = (from: number): Option => ({
    choice: { kind: "category", category: "topic", from, language: "en" },
    key: "",
    title: "More",
  });

  it("shows every option where all fit", () => {
    const rows = rowsOf(replyOf("Text", "", options.slice(0, 10)), 10);
    expect(rows).toHaveLength(10);
    expect(rows[0]).toEqual({
      payload: "entry/en/entry-0",
      title: "Title 0",
      question: "Question 0?",
    });
  });

  it("ends with a row that leads to the rest where they don't", () => {
    const rows = rowsOf({ ...replyOf("Text", "", options), rest }, 10);
    expect(rows).toHaveLength(10);
    expect(rows.at(-2)?.payload).toBe("entry/en/entry-8");
    expect(rows.at(-1)).toEqual({
      payload: "category/en/topic/9",
      title: "More",
      question: "",
    });
  });

  it("shows none rather than hide some for good", () => {
    expect(rowsOf(replyOf("Text", "", options), 10)).toEqual([]);
  });
});

it("feedback has its rows apart from the options", () => {
  const reply = replyWith({ options: [option(1)], feedback: feedbackOn("join") });
  expect(feedbackRowsOf(reply).map(({ payload }) => payload)).toEqual([
    "helpful/en/join/abcdefghij",
    "unhelpful/en/join/abcdefghij",
  ]);
  expect(feedbackRowsOf(replyWith())).toEqual([]);
});

it("the feedback keeps its places in one list with the options", () => {
  const options = [1, 2, 3, 4].map(option);
  const rest = () => option(99);
  const reply = replyWith({ options, rest, feedback: feedbackOn("join") });
  const titlesIn = (max: number) => rowsWithFeedback(reply, max).map(({ title }) => title);
  const feedback = feedbackRowsOf(reply).map(({ title }) => title);
  expect(titlesIn(6)).toEqual(["Title 1", "Title 2", "Title 3", "Title 4", ...feedback]);
  expect(titlesIn(5)).toEqual(["Title 1", "Title 2", "Title 99", ...feedback]);
});
