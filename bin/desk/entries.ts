// The entries as the workshop shows them: with the file, and the line of each phrasing.
import { isScalar, isSeq } from "yaml";
import type { Entry } from "../../functions/webhook/faq/faq.ts";
import type { ReadEntry } from "../../functions/webhook/faq/read-entry.ts";
import { offsetOf, type YamlFile } from "../../functions/webhook/faq/yaml.ts";
import type { WorkshopEntry } from "../workshop/state.ts";

/** In order of their numbers; `fileOf` makes a path one that a person would open. */
export function workshopEntries(
  entries: readonly ReadEntry[],
  fileOf: (path: string) => string,
): WorkshopEntry[] {
  return entries
    .map(({ entry, file }) => ({
      ...entry,
      file: fileOf(file.path),
      phrasings: locatePhrasings(entry, file),
    }))
    .sort((a, b) => a.number - b.number);
}

function locatePhrasings({ phrasings }: Entry, file: YamlFile): WorkshopEntry["phrasings"] {
  const offsets = new Map<string, Map<string, number>>();
  for (const language of new Set(phrasings.map((phrasing) => phrasing.language))) {
    offsets.set(language, offsetsIn(file, language));
  }
  return phrasings.map(({ text, language }) => {
    const offset =
      offsets.get(language)?.get(text) ?? offsetOf(file.document, ["question", language], "value");
    return { text, language, line: file.placeOf(offset).line };
  });
}

/** Where each phrasing of a list stands. */
function offsetsIn({ document }: YamlFile, language: string): Map<string, number> {
  const list = document.getIn(["phrasings", language]);
  const items = isSeq(list) ? list.items : [];
  return new Map(
    items.flatMap((item): [string, number][] =>
      isScalar(item) ? [[String(item.value).trim(), item.range?.[0] ?? 0]] : [],
    ),
  );
}
