// What can only be wrong between entries: the same id, number or phrasing twice, links to nowhere.
import type { Bot, Phrasing } from "./faq.ts";
import type { ReadEntry } from "./read-entry.ts";
import type { Path, YamlFile } from "./yaml.ts";

/** Reports, at the later of two places, what must not stand in both. */
export function checkAcrossEntries(entries: readonly ReadEntry[], bot: Bot): void {
  const ids = new Set(entries.map(({ entry }) => entry.id));
  const firstWithId = new Map<string, YamlFile>();
  const firstWithNumber = new Map<number, YamlFile>();
  const firstWithPhrasing = new Map<string, ReadEntry>();

  for (const read of entries) {
    const { entry, file } = read;
    const twin = firstWithId.get(entry.id);
    if (twin)
      file.report(
        [],
        "duplicate-id",
        `The id "${entry.id}" is also that of ${twin.path}.`,
        "Rename one of the files.",
      );
    else firstWithId.set(entry.id, file);

    const numbered = firstWithNumber.get(entry.number);
    if (numbered)
      file.report(
        ["number"],
        "duplicate-number",
        `The number ${entry.number} is also that of ${numbered.path}.`,
        "Give it one that is free.",
      );
    else firstWithNumber.set(entry.number, file);

    for (const phrasing of entry.phrasings) {
      const key = comparable(phrasing.text);
      const other = firstWithPhrasing.get(key);
      if (!other) firstWithPhrasing.set(key, read);
      else if (other.file !== file) {
        file.report(
          placeOf(phrasing, read),
          "duplicate-phrasing",
          `"${phrasing.text}" also asks for ${other.file.path}.`,
          "Keep it where it belongs, and reword or remove the other.",
        );
      }
    }
    entry.related.forEach((id, index) => {
      if (id === entry.id)
        file.report(
          ["related", index],
          "related-to-itself",
          "This entry is related to itself.",
          "Remove the line.",
        );
      else if (!ids.has(id))
        file.report(
          ["related", index],
          "unknown-related",
          `There is no entry "${id}".`,
          nearest(id, ids),
        );
    });
    if (bot.categories.size > 0 && !bot.categories.has(entry.category)) {
      file.report(
        [],
        "unknown-category",
        `bot.yaml has no title for the folder "${entry.category}".`,
        'Add it there under "categories".',
        "warning",
      );
    }
  }
}

function placeOf(phrasing: Phrasing, { file }: ReadEntry): Path {
  const listed = file.document.getIn(["phrasings", phrasing.language]);
  const items = (listed as { items?: { value?: unknown }[] } | undefined)?.items ?? [];
  const index = items.findIndex((item) => String(item.value).trim() === phrasing.text);
  return index < 0 ? ["question", phrasing.language] : ["phrasings", phrasing.language, index];
}

/** Two phrasings that differ only in case, punctuation or spacing ask the same. */
function comparable(text: string): string {
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
