// Where the words of the FAQ stand in a text that is shown.
import type { Written } from "./written.ts";

export interface Place {
  readonly piece: Written;
  readonly start: number;
  readonly end: number;
}

/** So much of a text tells it from others where its end is cut. */
const enoughUnits = 30;

/** Where pieces stand in a text, one after the other; some may be missing, the last one cut. */
export function placesIn(text: string, pieces: readonly Written[]): Place[] {
  const places: Place[] = [];
  let from = 0;
  for (const piece of pieces) {
    const start = text.indexOf(piece.text.slice(0, enoughUnits), from);
    if (piece.text === "" || start < 0) continue;
    const end = start + commonLength(piece.text, text.slice(start));
    places.push({ piece, start, end });
    from = end;
  }
  return places;
}

/** So many units are the same at the beginning of both. */
export function commonLength(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one[length] === other[length]) length += 1;
  return length;
}
