// Plain text as a page shows it: paragraphs at blank lines, and links where an address is written.

export interface Piece {
  readonly text: string;
  /** Set where the piece is an address to follow. */
  readonly url?: string;
}

/** Each paragraph's pieces in order; single line breaks stay in their text. */
export function splitParagraphs(text: string): Piece[][] {
  return text
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "")
    .map(splitLinks);
}

/** Punctuation after an address belongs to the sentence. */
const address = /https:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}'\u2019\u201d]/gi;

function splitLinks(paragraph: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: url, index } of paragraph.matchAll(address)) {
    if (index > end) pieces.push({ text: paragraph.slice(end, index) });
    pieces.push({ text: url, url });
    end = index + url.length;
  }
  if (end < paragraph.length) pieces.push({ text: paragraph.slice(end) });
  return pieces;
}

/** Sources are linked by https only, whatever a FAQ holds. */
export function isSafeLink(url: string | undefined): url is string {
  return /^https:\/\//i.test(url ?? "");
}
