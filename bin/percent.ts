// Shares as percentages with one decimal.

export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
