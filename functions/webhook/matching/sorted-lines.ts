// Finds its place in a text of lines that are sorted by their UTF-16 units, each of them ended.

/** Where the first of some lines in a row starts, and where the last of them has ended. */
type Lines = readonly [from: number, to: number];

const lineBreak = "\n".charCodeAt(0);

/** Where the first line starts that doesn't come before this beginning of a line, by binary search. */
export function firstLineFrom(
  beginning: string,
  text: string,
  [from, to]: Lines = [0, text.length],
): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    let start = middle;
    while (start > low && text.charCodeAt(start - 1) !== lineBreak) start--;
    if (!comesBefore(start, beginning, text)) high = start;
    else {
      low = middle;
      while (low < high && text.charCodeAt(low) !== lineBreak) low++;
      low++;
    }
  }
  return low;
}

/** Whether the line that starts here comes before one that begins so. */
function comesBefore(start: number, beginning: string, text: string): boolean {
  for (let at = 0; at < beginning.length; at++) {
    const difference = text.charCodeAt(start + at) - beginning.charCodeAt(at);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** Sorts after every unit of a word. */
const last = "\uffff";

/**
 * Gives what `firstLineFrom` gives, or −1 where no line begins so. It remembers where the lines are
 * that begin with the same two units, so that it looks among few.
 */
export function createLineFinder(text: string): (beginning: string) => number {
  const known = new Map<number, Lines>();
  const linesWith = (start: string): Lines | undefined => {
    const from = firstLineFrom(start, text);
    return text.startsWith(start, from) ? [from, firstLineFrom(start + last, text)] : undefined;
  };
  return (beginning) => {
    const key = beginning.charCodeAt(0) * (1 << 16) + (beginning.charCodeAt(1) || 0);
    let lines = known.get(key);
    if (!lines) {
      lines = linesWith(beginning.slice(0, 2));
      if (!lines) return -1;
      known.set(key, lines);
    }
    const line = firstLineFrom(beginning, text, lines);
    return text.startsWith(beginning, line) ? line : -1;
  };
}
