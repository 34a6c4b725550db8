// A message becomes words in one plain form.
import { withoutLookAlikes } from "./look-alikes.ts";

/** What long runs of digits become: the number itself says nothing, that one was given does. */
export const numberWord = "<number>";

/**
 * Lower-case words of guarded text: accents off, letters typed three times or more once
 * ("bangettt"), reduplication by digit undone ("foto2"), hashtags cut at capitals, links and
 * addresses dropped, long numbers replaced by `numberWord`.
 */
export function normalise(text: string): string[] {
  const spaced = withoutLookAlikes(
    text
      .replace(links, " ")
      .replace(hashtags, (tag) => tag.replace(capitalAfterSmall, "$1 $2"))
      .toLowerCase()
      .replace(apostrophes, "")
      .normalize("NFD")
      .replace(marked, "$1")
      .normalize("NFC"),
  ).replace(groupedDigits, "");
  const words = spaced.match(wordPattern) ?? [];
  return words.map(plainWord);
}

function plainWord(word: string): string {
  if (longNumber.test(word)) return numberWord;
  return word.replace(repeated, "$1").replace(reduplication, "$1$2");
}

const links = /\b(?:https?:\/\/|www\.)\S{1,2000}|\S{1,64}@\S{1,255}/giu;
const hashtags = /#[\p{L}\p{N}]{1,100}/gu;
const capitalAfterSmall = /(\p{Ll})(\p{Lu})/gu;
const apostrophes = /['’‘`´]/gu;
/** Latin letters and digits with marks; other scripts keep theirs, which are part of the letter. */
const marked = /([\p{Script=Latin}\p{N}])\p{M}+/gu;
/** The separators inside phone and card numbers. */
const groupedDigits = /(?<=\d{3})[-. ](?=\d{3})/gu;
const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const longNumber = /^\d{6,}$/u;
const repeated = /(\p{L})\1{2,}/gu;
const reduplication = /^(\p{L}{3,})2(\p{L}*)$/u;
