import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guard, maxMessageUnits } from "../../functions/webhook/matching/guard.ts";

describe("guard", () => {
  it("leaves plain text as it is", () => {
    expect(guard("Apakah WA bisa baca chat saya?")).toBe("Apakah WA bisa baca chat saya?");
  });

  it("puts look-alike forms into one (NFKC)", () => {
    expect(guard("ｗｈａｔｓａｐｐ ①")).toBe("whatsapp 1");
  });

  it.each([
    ["zero-width characters", "pri\u200bva\u200dsi", "privasi"],
    ["bidirectional marks", "\u202eprivasi\u202c", "privasi"],
    ["tag characters", "privasi\u{E0041}\u{E0042}", "privasi"],
    ["variation selectors", "privasi\ufe0f", "privasi"],
    ["lone surrogates", "pri\ud800vasi", "privasi"],
  ])("takes out %s", (_, text, expected) => {
    expect(guard(text)).toBe(expected);
  });

  it("turns control characters into spaces, so that words stay apart", () => {
    expect(guard("chat\u0000saya\nini")).toBe("chat saya ini");
  });

  it("keeps at most four marks in a row", () => {
    const marked = guard(`a${"\u0489".repeat(50)}b`);
    expect(marked.match(/\p{M}/gu)).toHaveLength(4);
  });

  it("comes to an end on a million combining marks and on text that grows eighteenfold", () => {
    expect(guard(`e${"\u0301".repeat(1_000_000)}`).length).toBeLessThanOrEqual(maxMessageUnits);
    expect(guard("\ufdfa".repeat(100_000)).length).toBeLessThanOrEqual(maxMessageUnits);
  });

  it("gives bounded, well-formed text without invisible characters for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 6000 }), (text) => {
        const guarded = guard(text);
        expect(guarded.length).toBeLessThanOrEqual(maxMessageUnits);
        expect(guarded.isWellFormed()).toBe(true);
        expect(guarded).not.toMatch(/[\p{Cf}\p{Cc}]/u);
      }),
    );
  });
});
