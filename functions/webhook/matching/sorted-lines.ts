// Finds its place in a text of lines that are sorted by their UTF-16 units, each of them ended.

const lineBreak = "\n".charCodeAt(0);

/** Where the first line starts that doesn't come before this beginning of a line, by binary search. */
export function firstLineFrom(beginning: string, text: string): number {
  let low = 0;
  let high = text.length;
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
