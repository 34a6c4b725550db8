// Finds entries by what somebody types: their ids, questions and phrasings.
import type { WorkshopEntry } from "../state.ts";

export interface Found {
  readonly entry: string;
  /** The first phrasing with all the words, where neither id nor question has them. */
  readonly phrasing?: string;
}

interface Line {
  readonly lower: string;
  readonly phrasing?: string;
}

/** All words must stand in one line, in any order and as parts of words: `baca chat`, `acc`. */
export function createFilter(entries: readonly WorkshopEntry[]): (wanted: string) => Found[] {
  const searched = entries.map(({ id, question, phrasings }) => ({
    entry: id,
    lines: [
      { lower: lower(`${id} ${Object.values(question).join(" ")}`) },
      ...phrasings.map(({ text }): Line => ({ lower: lower(text), phrasing: text })),
    ] as readonly Line[],
  }));

  return (wanted) => {
    const words = lower(wanted).split(/\s+/).filter(Boolean);
    return searched.flatMap(({ entry, lines }): Found[] => {
      const line = lines.find(({ lower }) => words.every((word) => lower.includes(word)));
      if (!line) return [];
      return [line.phrasing === undefined ? { entry } : { entry, phrasing: line.phrasing }];
    });
  };
}

function lower(text: string): string {
  return text.normalize("NFC").toLowerCase();
}
