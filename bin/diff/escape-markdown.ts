// Puts words that others wrote into GitHub's Markdown so that they stay words.

/**
 * One line of text that is neither markup nor a mention. Each mark is written as a character
 * reference, which Markdown never takes for markup. GitHub looks for people (`@name`) and issues
 * (`#1`, `GH-1`) in the finished text, where references are letters again: there, an invisible
 * word joiner stands in between.
 * https://github.github.com/gfm/#entity-and-numeric-character-references
 */
export function escapeMarkdown(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .replace(/[\p{Bidi_Control}]/gu, "")
    .replace(/[@#]|GH-(?=\d)/gi, (mark) => `${mark}${wordJoiner}`)
    .replace(marks, (mark) => `&#${mark.charCodeAt(0)};`);
}

const wordJoiner = "\u2060";

/** All of ASCII's punctuation but `,` and `;`, which mean nothing anywhere. */
const marks = /[!-+\-./:<-@[-`{-~]/g;

/** At most so many characters, with an ellipsis for the rest. */
export function clip(text: string, maxCharacters: number): string {
  const characters = [...text];
  return characters.length <= maxCharacters
    ? text
    : `${characters.slice(0, maxCharacters - 1).join("")}…`;
}
