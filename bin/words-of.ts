// The words of a text, for comparing it with another.

/** Stands for a line break, which is a word of its own. */
const lineBreak = "¶";

export function wordsOf(text: string): string[] {
  return (text.match(/\n+|[^\s]+/g) ?? []).map((word) =>
    word.startsWith("\n") ? lineBreak : word,
  );
}
