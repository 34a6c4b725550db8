// What can only be wrong between entries: the same id, number or phrasing twice, links to nowhere.
import type { Bot } from "./faq.ts";
import type { ReadEntry } from "./read-entry.ts";
import { placeOfPhrasing } from "./read-texts.ts";

/**
 * Reports, at the later of two places, what must not stand in both. `ids` are those of all files,
 * also of those that could not be read.
 */
export function checkAcrossEntries(
  entries: readonly ReadEntry[],
  ids: ReadonlySet<string>,
  bot: Bot,
): void {
  eachRepeated(
    entries,
    ({ entry }) => entry.id,
    ({ entry, file }, first) =>
      file.report(
        [],
        "duplicate-id",
        `The id "${entry.id}" is also that of ${first.file.path}.`,
        "Rename one of the files.",
      ),
  );
  eachRepeated(
    entries,
    ({ entry }) => String(entry.number),
    ({ entry, file }, first) =>
      file.report(
        ["number"],
        "duplicate-number",
        `The number ${entry.number} is also that of ${first.file.path}.`,
        "Give it one that is free.",
      ),
  );
  eachRepeated(
    entries.flatMap(({ entry, file }) => entry.phrasings.map((phrasing) => ({ phrasing, file }))),
    ({ phrasing }) => comparable(phrasing.text),
    ({ phrasing, file }, first) => {
      if (first.file === file) return;
      file.report(
        placeOfPhrasing(phrasing, file),
        "duplicate-phrasing",
        `"${phrasing.text}" also asks for ${first.file.path}.`,
        "Keep it where it belongs, and reword or remove the other.",
      );
    },
  );
  for (const read of entries) {
    checkRelated(read, ids);
    checkCategory(read, bot);
  }
}

/** Calls back for every item with a key that an earlier one has, together with that first one. */
function eachRepeated<T>(
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

function checkRelated({ entry, file }: ReadEntry, ids: ReadonlySet<string>): void {
  entry.related.forEach((id, index) => {
    const place = ["related", index];
    if (id === entry.id) {
      file.report(
        place,
        "related-to-itself",
        "This entry is related to itself.",
        "Remove the line.",
      );
    } else if (!ids.has(id)) {
      file.report(place, "unknown-related", `There is no entry "${id}".`, nearest(id, ids));
    }
  });
}

function checkCategory({ entry, file }: ReadEntry, { categories }: Bot): void {
  if (categories.size === 0 || categories.has(entry.category)) return;
  file.report(
    [],
    "unknown-category",
    `bot.yaml has no title for the folder "${entry.category}".`,
    'Add it there under "categories".',
    "warning",
  );
}

/** Two phrasings that differ only in case, punctuation or spacing ask the same. */
export function comparable(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim();
}

function nearest(id: string, ids: ReadonlySet<string>): string {
  const words = new Set(id.split("-"));
  const shared = (other: string) => other.split("-").filter((word) => words.has(word)).length;
  const best = [...ids].sort((a, b) => shared(b) - shared(a))[0];
  return best && shared(best) > 0
    ? `Did you mean "${best}"?`
    : "Name an entry's file without .yaml.";
}
