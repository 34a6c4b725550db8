// What was searched and what was found, by the place where it was.
import type { Hit, Search } from "./search.ts";

export type Place = "stored" | "sent" | "answered" | "thrown" | "stdout" | "stderr" | "files";

export interface PlacedHit extends Hit {
  readonly place: Place;
}

export interface Tally {
  /** The first few. */
  readonly hits: readonly PlacedHit[];
  readonly hitCount: number;
  /** How many texts were searched at each place, and how many characters they had. */
  readonly searched: Readonly<Partial<Record<Place, { texts: number; characters: number }>>>;
}

const hitsKept = 50;

export interface SeeingTally {
  see(place: Place, text: string): void;
  result(): Tally;
}

export function createTally(search: Search): SeeingTally {
  const hits: PlacedHit[] = [];
  let hitCount = 0;
  const searched: Partial<Record<Place, { texts: number; characters: number }>> = {};
  return {
    see(place, text) {
      const sums = searched[place] ?? { texts: 0, characters: 0 };
      searched[place] = { texts: sums.texts + 1, characters: sums.characters + text.length };
      for (const hit of search.find(text)) {
        hitCount += 1;
        if (hits.length < hitsKept) hits.push({ place, ...hit });
      }
    },
    result: () => ({ hits, hitCount, searched }),
  };
}
