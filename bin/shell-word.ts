// A text as a shell takes it for one word, so that a command that is printed can be pasted.

/** A question may hold an apostrophe, a quotation mark, a "!"; a folder a "$". */
export function shellWord(text: string): string {
  if (/^[\w./:@-]+$/.test(text)) return text;
  return /["$`!\\]/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : `"${text}"`;
}
