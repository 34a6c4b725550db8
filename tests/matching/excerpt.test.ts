import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excerptOf, maxReadUnits } from "../../functions/webhook/matching/excerpt.ts";

/** What is read at the end of a long message, in UTF-16 units. */
const readAtEnd = 150;

describe("the excerpt of a message", () => {
  it("is the message, if it isn't long", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: maxReadUnits }), (text) => {
        if (text.length <= maxReadUnits) expect(excerptOf(text)).toBe(text);
      }),
    );
  });

  it("has the question at the beginning of a long message, and the one at its end", () => {
    const forwarded = "teruskan pesan ini ".repeat(200);
    const excerpt = excerptOf(`apakah wa aman? ${forwarded} can whatsapp read my chats?`);
    expect(excerpt).toMatch(/^apakah wa aman\? teruskan/);
    expect(excerpt).toMatch(/ini\s+can whatsapp read my chats\?$/);
  });

  it("is cut behind the last whole word, and before the first one", () => {
    const text = `${"kata ".repeat(49)}pertama${"x".repeat(400)} terakhir ${"ini ".repeat(30)}`;
    const [beginning = "", end = ""] = excerptOf(text).split("\n");
    expect(beginning).toBe("kata ".repeat(49));
    expect(end).toBe(` terakhir ${"ini ".repeat(30)}`);
    expect(excerptOf(`${"a".repeat(maxReadUnits)}`)).toBe("a".repeat(maxReadUnits));
    expect(excerptOf("a".repeat(maxReadUnits + 1))).toContain("\n");
  });

  it("keeps the first word of its end where the cut falls before a space", () => {
    const end = ` pertama kedua ${"k".repeat(readAtEnd - 15)}`;
    expect(end).toHaveLength(readAtEnd);
    expect(excerptOf(`${"a".repeat(maxReadUnits)}${end}`).split("\n")[1]).toBe(end);
  });

  it("never cuts a word in two where there are spaces", () => {
    const words = Array.from({ length: 300 }, (_, n) => `kata${n}x`);
    const kept = excerptOf(words.join(" ")).split(/\s+/);
    for (const word of kept) expect(words).toContain(word);
    expect(kept.length).toBeGreaterThan(30);
  });

  it("is short and well-formed whatever the message holds", () => {
    const long = fc
      .array(fc.string({ unit: "binary", minLength: 1, maxLength: 50 }), { minLength: 20 })
      .map((parts) => parts.join(" ").toWellFormed());
    fc.assert(
      fc.property(
        fc.oneof(long, fc.constant("😀".repeat(2000)), fc.constant("a".repeat(4000))),
        (text) => {
          const excerpt = excerptOf(text);
          expect(excerpt.length).toBeLessThanOrEqual(maxReadUnits);
          expect(excerpt.isWellFormed()).toBe(true);
        },
      ),
    );
    expect(excerptOf(`x${"😀".repeat(2000)}`).isWellFormed()).toBe(true);
  });
});
