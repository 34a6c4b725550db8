// Texts that each make one step of reading a message work as hard as it can, by what they are.
import { pick } from "../../functions/webhook/training/random.ts";

/** More than is read of any message. */
export const manyUnits = 5000;

/** @param vocabulary words that the bank knows */
export function hostileTexts(
  vocabulary: readonly string[],
  random: () => number,
): Map<string, string> {
  const letter = () => String.fromCharCode(97 + Math.floor(random() * 26));
  const word = (length: number) => Array.from({ length }, letter).join("");
  const known = () => pick(vocabulary, random) ?? "";
  const misspelt = () => {
    const right = known();
    const at = Math.floor(random() * right.length);
    return right.slice(0, at) + letter() + right.slice(at + 1);
  };
  const anyCharacter = () => String.fromCodePoint(Math.floor(random() * 0xd7ff));
  const spaced = (make: () => string) => fill(() => `${make()} `, manyUnits);
  return new Map([
    ["unknown words", spaced(() => word(4 + Math.floor(random() * 8)))],
    ["unknown words of 24 letters", spaced(() => word(24))],
    ["words of two letters", spaced(() => word(2))],
    ["single letters", spaced(letter)],
    ["one endless word", word(manyUnits)],
    ["known words", spaced(known)],
    ["misspelt words", spaced(misspelt)],
    ["slang", "wa gw bs g ga yg dgn ".repeat(300)],
    ["hashtags", spaced(() => `#${word(90)}`)],
    ["hashtags in capitals", `#${"aB".repeat(manyUnits / 2)}`],
    ["addresses", spaced(() => `a@${word(200)}`)],
    ["almost addresses", spaced(() => `${word(63)}@`)],
    ["almost links", "https://www.".repeat(500)],
    ["phone numbers", "0800-555-123 ".repeat(500)],
    ["three megabytes of digits", "7".repeat(3_000_000)],
    ["three megabytes of spaces", " ".repeat(3_000_000)],
    ["apostrophes", "'".repeat(manyUnits)],
    ["reduplications", "kata2".repeat(1000)],
    ["any characters", fill(anyCharacter, manyUnits)],
    ["two Chinese characters, again and again", spaced(() => `字${anyCharacter()}`)],
    ["a megabyte of combining marks", `a${"\u0301".repeat(1_000_000)}`],
    ["characters that grow eighteenfold", "\ufdfa".repeat(100_000)],
    ["letters that turn into marks", "\uff9e\u0334".repeat(100_000)],
    ["Hangul in parts", "\u1100\u1161\u11a8".repeat(2000)],
    ["lone surrogates", "\ud800".repeat(manyUnits)],
    ["tags and zero-width characters", "\u{e0041}\u200b".repeat(2000)],
  ]);
}

/** Pieces one after the other, up to so many units or a little more. */
export function fill(make: () => string, units: number): string {
  let text = "";
  while (text.length < units) text += make();
  return text;
}
