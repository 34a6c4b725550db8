// How long a question may be, so that a person hears of it before the server refuses.

const maxCharacters = 1000;

/** The server reads at most 4 KB; the rest is for the JSON around the text. */
const maxTextBytes = 3900;

/** By how many characters a question is too long, roughly where letters take several bytes. */
export function excessCharacters(text: string): number {
  const characters = [...text].length;
  const bytes = new TextEncoder().encode(JSON.stringify(text)).length;
  const overBytes = Math.ceil((bytes - maxTextBytes) / (bytes / characters));
  return Math.max(0, characters - maxCharacters, overBytes);
}
