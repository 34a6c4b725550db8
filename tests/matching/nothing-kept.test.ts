// Of what people write, a matcher keeps no word but the FAQ's own.
import { afterEach, expect, it, vi } from "vitest";
import { createMatcher } from "../../functions/webhook/matching/matcher.ts";
import { isKnownWord } from "../../functions/webhook/matching/message-words.ts";
import { decodeModel, encodeModel } from "../../functions/webhook/matching/model-file.ts";
import { train } from "../../functions/webhook/training/train.ts";
import { tinyFaq } from "../training/tiny-faq.ts";

afterEach(() => vi.restoreAllMocks());

it("keeps no word that only looks like one of the FAQ's to its table of hashes", () => {
  const { model, lexicon } = decodeModel(encodeModel(train(tinyFaq)));
  const { table } = model.space;
  const strange = strangeWord((word) => isKnownWord(word, table));
  const matcher = createMatcher(model, lexicon);
  const set = vi.spyOn(Map.prototype, "set");
  for (const word of [strange, "sate"]) matcher.match(`may I borrow ${word} book`);
  const kept = set.mock.calls.map(([key]) => String(key));
  expect(kept.filter((key) => key.includes(strange) || key.includes("sate"))).toEqual([]);
  expect(kept).toContain("borrow");
});

/** A short word with the hash of something that the bank knows. */
function strangeWord(isTaken: (word: string) => boolean): string {
  const letter = (number: number) => String.fromCharCode(97 + (number % 26));
  for (let number = 0; ; number++) {
    const word = `z${[1, 26, 26 ** 2, 26 ** 3, 26 ** 4].map((place) => letter(Math.floor(number / place))).join("")}`;
    if (isTaken(word)) return word;
  }
}
