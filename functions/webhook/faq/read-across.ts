// What can only be wrong between entries: the same id, number or phrasing twice, links to nowhere.
import type { Bot } from "./faq.ts";
import type { ReadEntry } from "./read-entry.ts";
import { checkPhrasings, eachRepeated } from "./repeated.ts";

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
  checkPhrasings(entries);
  for (const read of entries) checkRelated(read, ids);
  const [folders, titles] = [new Set<string>(), bot.categories];
  for (const { entry, file } of entries) {
    if (titles.size === 0 || titles.has(entry.category) || folders.has(entry.category)) continue;
    folders.add(entry.category);
    file.report(
      [],
      "unknown-category",
      `bot.yaml has no title for the folder "${entry.category}".`,
      'Add it there under "categories".',
      "warning",
    );
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

function nearest(id: string, ids: ReadonlySet<string>): string {
  const words = new Set(id.split("-"));
  const shared = (other: string) => other.split("-").filter((word) => words.has(word)).length;
  const best = [...ids].sort((a, b) => shared(b) - shared(a))[0];
  return best && shared(best) > 0
    ? `Did you mean "${best}"?`
    : "Name an entry's file without .yaml.";
}
