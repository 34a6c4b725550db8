// Which words were taken out of a text and which came in.
import { wordsOf } from "../words-of.ts";

/** A run of words, in the order of both texts. */
export interface Piece {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/**
 * The shortest way from one text to the other, by the longest common subsequence of their words.
 * Texts of a FAQ have a few hundred words, so a table of all pairs is small.
 */
export function diffWords(before: string, after: string): Piece[] {
  const a = wordsOf(before);
  const b = wordsOf(after);
  // common[i][j]: how many words the rest of `a` from i and the rest of `b` from j have in common.
  const common = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const at = (i: number, j: number) => common[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    const row = common[i] as Uint16Array;
    for (let j = b.length - 1; j >= 0; j--) {
      row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }

  const steps: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      steps.push({ kind: "same", text: a[i++] as string });
      j++;
    } else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1))) {
      steps.push({ kind: "removed", text: a[i++] as string });
    } else steps.push({ kind: "added", text: b[j++] as string });
  }
  return joinRuns(steps);
}

function joinRuns(steps: readonly Piece[]): Piece[] {
  const pieces: Piece[] = [];
  for (const step of steps) {
    const last = pieces.at(-1);
    if (last?.kind === step.kind) {
      pieces[pieces.length - 1] = { kind: step.kind, text: `${last.text} ${step.text}` };
    } else pieces.push(step);
  }
  return pieces;
}

const contextWords = 5;

/** The same with what didn't change cut to a few words around what did. */
export function excerptOf(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, at) => {
    if (piece.kind !== "same") return piece;
    const words = piece.text.split(" ");
    const head = at === 0 ? 0 : contextWords;
    const tail = at === pieces.length - 1 ? 0 : contextWords;
    if (words.length <= head + tail) return piece;
    const kept = [...words.slice(0, head), "…", ...words.slice(words.length - tail)];
    return { kind: "same", text: kept.join(" ") };
  });
}
