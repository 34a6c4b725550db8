import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guard, maxMessageUnits } from "../../functions/webhook/matching/guard.ts";

describe("the guard", () => {
  it.each([
    ["plain text", "apakah wa aman?", "apakah wa aman?"],
    ["letters with marks", "caf\u00e9 n\u0303", "caf\u00e9 \u00f1"],
    ["wide and decorated letters", "ＷＡ 𝐰𝐚 ⓦⓐ", "WA wa wa"],
    ["ligatures", "ﬁle", "file"],
    ["zero-width characters", "pri\u200bva\u200c\u200dsi\u2060\ufeff", "privasi"],
    ["a zero-width character before a mark", "e\u200b\u0301", "\u00e9"],
    ["marks of direction", "\u202eabc\u202c \u2066d\u2069\u200f", "abc d"],
    ["tag characters", "a\u{e0069}\u{e0067}b", "ab"],
    ["variation selectors", "❤\ufe0f", "❤"],
    ["a soft hyphen", "pri\u00advasi", "privasi"],
    ["NUL and other controls", "a\0b\u0007c\u001b[2Jd", "a b c [2Jd"],
    ["line breaks", "satu\r\ndua\ttiga", "satu  dua tiga"],
    ["lone surrogates", "a\ud800b\udc00c", "abc"],
    ["emoji", "🙏🏽 👨‍👩‍👧", "🙏🏽 👨👩👧"],
    [
      "letters under a heap of marks",
      `a${"\u0301\u0316".repeat(30)}b`,
      "\u00e1\u0316\u0316\u0301b",
    ],
    ["nothing", "", ""],
  ])("makes %s harmless", (_, text, harmless) => {
    expect(guard(text)).toBe(harmless);
  });

  it.each([
    ["combining marks", "\u0301\u0316".repeat(500_000)],
    ["characters that grow eighteenfold", "\ufdfa".repeat(1_000_000)],
    ["letters that turn into marks", "\uff9e\u0334".repeat(500_000)],
    ["letters each under a heap of marks", `a${"\u0336\u0301\u0323".repeat(20)}`.repeat(20_000)],
    ["lone surrogates", "\ud800".repeat(1_000_000)],
    ["NUL", "\0".repeat(1_000_000)],
    ["words", "apakah ".repeat(150_000)],
  ])("bounds a megabyte of %s", (_, text) => {
    const guarded = guard(text);
    expect(guarded.length).toBeLessThanOrEqual(maxMessageUnits);
    expect(guarded).not.toMatch(/\p{M}{5}/u);
  });

  it("never cuts a character in two", () => {
    expect(guard(`a${"😀".repeat(maxMessageUnits)}`).isWellFormed()).toBe(true);
  });

  const hostile = fc
    .array(
      fc.oneof(
        fc.string({ unit: "binary", maxLength: 5 }),
        fc.constantFrom(
          ..."\u0301 \u0323 \u0345 \u0344 \u0f77 \u0958 \u1100 \u1161 \u11a8 \uff9e \uffa0 \ufdfa \u1fb7".split(
            " ",
          ),
          ..."\u200d \ufe0f \u034f \u180b \ud800 \udc00 \0 \ufeff a".split(" "),
          "\u{1d15e}",
        ),
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(""));

  it("gives bounded, well-formed, plain text for any text, and the same when asked again", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const guarded = guard(text);
        expect(guarded.length).toBeLessThanOrEqual(maxMessageUnits);
        expect(guarded.isWellFormed()).toBe(true);
        expect(guarded).not.toMatch(/\p{Cc}|\p{Cf}|\p{Variation_Selector}|\p{M}{5}/u);
        expect(guarded.normalize("NFKC")).toBe(guarded);
        expect(guard(guarded)).toBe(guarded);
      }),
      { numRuns: 3000 },
    );
  });
});
