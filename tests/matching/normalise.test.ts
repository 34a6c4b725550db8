import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guard } from "../../functions/webhook/matching/guard.ts";
import { normalise, numberWord } from "../../functions/webhook/matching/normalise.ts";

describe("normalise", () => {
  it.each([
    [
      "lower case and punctuation",
      "Apakah WA, bisa baca Chat?!",
      ["apakah", "wa", "bisa", "baca", "chat"],
    ],
    ["apostrophes inside words", "what's don’t", ["whats", "dont"]],
    ["accents", "café naïve", ["cafe", "naive"]],
    ["letters typed three times or more", "takuuuut bangettt", ["takut", "banget"]],
    ["doubled letters, which stay", "call tidak", ["call", "tidak"]],
    ["reduplication by a digit", "foto2nya", ["fotonya"]],
    ["dates, which stay", "15 mei 2021", ["15", "mei", "2021"]],
    ["hashtags", "#UninstallWhatsapp", ["uninstall", "whatsapp"]],
    ["links and addresses", "lihat https://example.com/x?y=1 a@example.com ya", ["lihat", "ya"]],
    ["phone numbers", "hubungi 0800-0000-0001", ["hubungi", numberWord]],
    ["card numbers", "0000 0000 0000 0000", [numberWord]],
    ["other scripts", "क्या फेसबुक", ["क्या", "फेसबुक"]],
    ["emoji, which say nothing", "😂😂", []],
    ["nothing", "", []],
  ])("reads %s", (_, text, words) => {
    expect(normalise(guard(text))).toEqual(words);
  });

  it("keeps no digits of a long number", () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000, max: 2 ** 52 }), (number) => {
        expect(normalise(`nomor ${number}`)).toEqual(["nomor", numberWord]);
      }),
    );
  });

  it("gives words without spaces or capitals for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 500 }), (text) => {
        for (const word of normalise(guard(text))) {
          expect(word).not.toMatch(/\s/);
          expect(word).not.toBe("");
        }
      }),
    );
  });
});
