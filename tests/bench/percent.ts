// Shares as numbers of percent with one decimal, for columns that say so.

export function percent(share: number): string {
  return (100 * share).toFixed(1);
}
