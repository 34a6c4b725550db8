// Phrasings that ask for two entries, and how what stands twice is found.
import type { Phrasing } from "./faq.ts";
import type { ReadEntry } from "./read-entry.ts";
import { placeOfPhrasing } from "./read-texts.ts";

/** Calls back for every item with a key that an earlier one has, together with that first one. */
export function eachRepeated<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  report: (item: T, first: T) => void,
): void {
  const firstWith = new Map<string, T>();
  for (const item of items) {
    const key = keyOf(item);
    const first = firstWith.get(key);
    if (first === undefined) firstWith.set(key, item);
    else report(item, first);
  }
}

interface PlacedPhrasing {
  readonly phrasing: Phrasing;
  readonly read: ReadEntry;
}

/** A file that is mostly the copy of another is reported once, not phrasing by phrasing. */
export function checkPhrasings(entries: readonly ReadEntry[]): void {
  const repeated = new Map<ReadEntry, Map<ReadEntry, Phrasing[]>>();
  eachRepeated<PlacedPhrasing>(
    entries.flatMap((read) => read.entry.phrasings.map((phrasing) => ({ phrasing, read }))),
    ({ phrasing }) => comparable(phrasing.text),
    ({ phrasing, read }, first) => {
      if (first.read === read) return;
      const byFirst = repeated.get(read) ?? new Map<ReadEntry, Phrasing[]>();
      byFirst.set(first.read, [...(byFirst.get(first.read) ?? []), phrasing]);
      repeated.set(read, byFirst);
    },
  );
  for (const [{ entry, file }, byFirst] of repeated) {
    for (const [first, phrasings] of byFirst) {
      const isCopy =
        phrasings.length >= fewestOfCopy && phrasings.length * 2 > entry.phrasings.length;
      if (isCopy) {
        file.report(
          [],
          "duplicate-phrasing",
          `${phrasings.length} of its ${entry.phrasings.length} ways of asking, such as "${phrasings[0]?.text}", also ask for ${first.file.path}.`,
          "Delete one of the files if one is a copy, or give each its own ways of asking.",
        );
        continue;
      }
      for (const phrasing of phrasings) {
        file.report(
          placeOfPhrasing(phrasing, file),
          "duplicate-phrasing",
          `"${phrasing.text}" also asks for ${first.file.path}.`,
          "Keep it where it belongs, and reword or remove the other.",
        );
      }
    }
  }
}

const fewestOfCopy = 5;

/** Two phrasings that differ only in case, punctuation or spacing ask the same. */
export function comparable(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim();
}
