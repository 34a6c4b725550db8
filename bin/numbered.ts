// A number with its noun: `1 entry`, `2 entries`.

export function numbered(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
