// Which row of a model belongs to a feature.

/** Features in ascending order; a feature's place is its row. */
export type FeatureTable = Uint32Array;

/** The feature's row, or −1; by binary search. */
export function rowOf(feature: number, table: FeatureTable): number {
  let low = 0;
  let high = table.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const there = table[middle] as number;
    if (there === feature) return middle;
    if (there < feature) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
