// Where phrasings stand: file and line, as a person would open them.
import type { Phrasing } from "../../functions/webhook/faq/faq.ts";
import type { ReadEntry } from "../../functions/webhook/faq/read-entry.ts";
import { placeOfPhrasing } from "../../functions/webhook/faq/read-texts.ts";
import { offsetOf } from "../../functions/webhook/faq/yaml.ts";
import type { Rival } from "./rivals.ts";

export interface Place {
  /** Relative to the FAQ's folder. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface LocatedRival extends Rival {
  readonly place: Place;
  readonly closestPlace: Place;
}

function placeIn({ file }: ReadEntry, phrasing: Phrasing): Place {
  const offset = offsetOf(file.document, placeOfPhrasing(phrasing, file), "value");
  return { file: file.path, ...file.placeOf(offset) };
}

export function locateRivals(
  rivals: readonly Rival[],
  entries: readonly ReadEntry[],
): LocatedRival[] {
  const byId = new Map(entries.map((read) => [read.entry.id, read]));
  return rivals.flatMap((rival) => {
    const own = byId.get(rival.entry);
    const other = byId.get(rival.rival);
    if (!own || !other) return [];
    const place = placeIn(own, rival.phrasing);
    return [{ ...rival, place, closestPlace: placeIn(other, rival.closest) }];
  });
}
