// Finds a class among the ascending classes of a row.

/**
 * The first place from `from` on whose class is `column` or a later one; `end` if none is. Strides
 * double until they pass it, then halve (exponential search, Bentley and Yao 1976): classes that
 * are looked for in order are mostly near the last one found.
 */
export function placeOf(column: number, columns: Uint16Array, from: number, end: number): number {
  let low = from;
  let stride = 1;
  while (low + stride <= end && (columns[low + stride - 1] as number) < column) {
    low += stride;
    stride *= 2;
  }
  let high = Math.min(end, low + stride - 1);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((columns[middle] as number) < column) low = middle + 1;
    else high = middle;
  }
  return low;
}
