// A message becomes words in one plain form.
import { isAscii } from "./ascii.ts";
import { withoutLookAlikes } from "./look-alikes.ts";

/** What long runs of digits become: the number itself says nothing, that one was given does. */
export const numberWord = "<number>";

/**
 * Lower-case words of guarded text: accents off, letters typed three times or more once
 * ("bangettt"), reduplication by digit undone ("foto2"), hashtags cut at capitals, links and
 * addresses dropped, long numbers replaced by `numberWord`.
 *
 * A step is left out of a text that gives it nothing to do; in ASCII, letters are known without
 * Unicode's tables, which take a new process milliseconds to load.
 */
export function normalise(text: string): string[] {
  const lower = withoutHashtags(withoutLinks(text)).toLowerCase().replace(apostrophes, "");
  const isPlain = isAscii(lower);
  const letters = isPlain ? lower : withoutMarks(lower);
  const spaced = isPlain && !digit.test(letters) ? letters : withPlainDigits(letters);
  const { word, repeated } = isPlain ? latin : unicode;
  return spaced.match(word)?.map((found) => plainDigits(found.replace(repeated, "$1"))) ?? [];
}

function withoutLinks(text: string): string {
  return partOfLink.test(text) ? text.replace(links, " ") : text;
}

function withoutHashtags(text: string): string {
  if (!text.includes("#")) return text;
  return text.replace(hashtags, (tag) => tag.replace(capitalAfterSmall, "$1 $2"));
}

function withoutMarks(text: string): string {
  return text.normalize("NFD").replace(marked, "$1").normalize("NFC");
}

function withPlainDigits(text: string): string {
  return withoutLookAlikes(text).replace(groupedDigits, "");
}

function plainDigits(word: string): string {
  if (!digit.test(word)) return word;
  return longNumber.test(word) ? numberWord : word.replace(reduplication, "$1$2");
}

const partOfLink = /@|:\/\/|www\./iu;
const links = /\b(?:https?:\/\/|www\.)\S{1,2000}|\S{1,64}@\S{1,255}/giu;
const hashtags = /#[\p{L}\p{N}]{1,100}/gu;
const capitalAfterSmall = /(\p{Ll})(\p{Lu})/gu;
const apostrophes = /['\u2019\u2018`\u00b4]/gu;
/** Latin letters and digits with marks; other scripts keep theirs, which are part of the letter. */
const marked = /([\p{Script=Latin}\p{N}])\p{M}+/gu;
const digit = /\d/;
/** The separators inside phone and card numbers. */
const groupedDigits = /(?<=\d{3})[-. ](?=\d{3})/gu;
const longNumber = /^\d{6,}$/u;
const reduplication = /^(\p{L}{3,})2(\p{L}*)$/u;

const latin = { word: /[a-z0-9]+/g, repeated: /([a-z])\1{2,}/g };
const unicode = { word: /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu, repeated: /(\p{L})\1{2,}/gu };
