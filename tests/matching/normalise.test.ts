import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guard } from "../../functions/webhook/matching/guard.ts";
import { normalise, numberWord } from "../../functions/webhook/matching/normalise.ts";

const words = (text: string) => normalise(guard(text));

describe("normalising", () => {
  it.each([
    ["puts everything in small letters", "Apakah WhatsApp AMAN", "apakah whatsapp aman"],
    ["drops punctuation and emoji", "wa, aman?! 😀 (beneran)", "wa aman beneran"],
    ["drops apostrophes within words", "don't it’s Qur'an", "dont its quran"],
    ["takes accents off", "café naïve Été", "cafe naive ete"],
    ["takes heaps of marks off", "w\u0336\u0301\u0323h\u0336a\u0336t\u0336 1\u20e3", "what 1"],
    ["takes a dot off a capital I with one", "İndonesia", "indonesia"],
    ["keeps the marks of other scripts", "क्या फेसबुक", "क्या फेसबुक"],
    ["says a letter that is drawn out once", "bangettt nihhhh looool", "banget nih lol"],
    ["keeps double letters", "account setting", "account setting"],
    ["undoes doubling by digit", "foto2 orang2nya", "foto orangnya"],
    ["keeps other digits", "b2b 15 mei 2021 covid19", "b2b 15 mei 2021 covid19"],
    [
      "reads a letter as the one that it looks like",
      "apa itu privаsі? dо nоt",
      "apa itu privasi do not",
    ],
    ["reads a digit in a word as a letter", "4p4 wh4ts4pp 3nak", "apa whatsapp enak"],
    ["leaves other scripts alone", "а о 1", "а о 1"],
    ["cuts hashtags at capitals", "#UninstallWhatsApp #wa", "uninstall whats app wa"],
    ["drops links", "lihat https://example.org/a?b=c www.example.org/x ya", "lihat ya"],
    ["drops addresses", "kirim ke budi@example.org saja", "kirim ke saja"],
    ["keeps mentions", "halo @whatsapp", "halo whatsapp"],
  ])("%s", (_, text, expected) => {
    expect(words(text).join(" ")).toBe(expected);
  });

  it.each(["081234567890", "0812-3456-7890", "+62 812 3456 7890", "0812.3456.7890", "175000000"])(
    "says only that a long number was given: %s",
    (number) => {
      expect(words(`nomor saya ${number} ya`)).toEqual(
        ["nomor", "saya", numberWord, "ya"].flatMap(
          // A country's code may stand apart from the number.
          (word) => (word === numberWord && number.startsWith("+") ? ["62", word] : [word]),
        ),
      );
    },
  );

  it("finds no words where there are none", () => {
    for (const text of ["", "   ", "?!...", "😂😂😂", "\u0301\u0301", "\0"])
      expect(words(text)).toEqual([]);
  });

  it("gives words of letters and digits for any text, without drawn-out letters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        for (const word of words(text)) {
          if (word === numberWord) continue;
          expect(word).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}\p{M}]*$/u);
          expect(word).not.toMatch(/^\d{6,}$/);
          expect(word).toBe(word.toLowerCase());
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("changes nothing about words that are normal already", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."abcdeiou"), minLength: 1, maxLength: 8 });
    const normal = letters.filter((word) => !/(.)\1\1/.test(word));
    fc.assert(
      fc.property(fc.array(normal), (list) => {
        expect(words(list.join(" "))).toEqual(list);
      }),
    );
  });
});
