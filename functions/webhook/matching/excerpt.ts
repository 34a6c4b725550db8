// Of a long message, what is read: how it begins and how it ends.

/** In UTF-16 units. A question has a hundred; one in a forwarded text stands at either end. */
export const maxReadUnits = 400;
const readAtEnd = 150;

/** The text, or its beginning and its end, cut between words; what was cut leaves a line break. */
export function excerptOf(text: string): string {
  if (text.length <= maxReadUnits) return text;
  const beginning = text.slice(0, maxReadUnits - readAtEnd - 1).replace(wordAtEnd, "");
  const end = text.slice(-readAtEnd).replace(wordAtStart, "");
  return `${beginning}\n${end}`;
}

/** Half a word, which may be a whole other one; half a character at least. */
const wordAtEnd = /(?<=\s)\S+$|[\ud800-\udbff]$/;
const wordAtStart = /^\S+(?=\s)|^[\udc00-\udfff]/;
