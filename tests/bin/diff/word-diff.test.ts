// The words of two texts, side by side.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffWords, excerptOf, type Piece } from "../../../bin/diff/word-diff.ts";

/** As `git diff --word-diff` writes it. */
function shown(pieces: readonly Piece[]): string {
  const marks = { same: ["", ""], removed: ["[-", "-]"], added: ["{+", "+}"] } as const;
  return pieces.map(({ kind, text }) => marks[kind][0] + text + marks[kind][1]).join(" ");
}

describe("the words that went and came", () => {
  it.each([
    ["a b c", "a b c", "a b c"],
    ["a b c", "a x c", "a [-b-] {+x+} c"],
    ["a b", "a b c d", "a b {+c d+}"],
    ["a b c d", "c d", "[-a b-] c d"],
    ["", "new", "{+new+}"],
    ["old", "", "[-old-]"],
    ["one two", "one\n\ntwo", "one {+¶+} two"],
    ["a  b", "a b ", "a b"],
  ])("of %j and %j are %j", (before, after, expected) => {
    expect(shown(diffWords(before, after))).toBe(expected);
  });

  it("make up both texts again, and nothing that both have in the same order is lost", () => {
    const words = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 12 });
    fc.assert(
      fc.property(words, words, (before, after) => {
        const pieces = diffWords(before.join(" "), after.join(" "));
        const side = (other: Piece["kind"]) =>
          pieces
            .filter(({ kind }) => kind !== other)
            .map(({ text }) => text)
            .join(" ");
        expect(side("added")).toBe(before.join(" "));
        expect(side("removed")).toBe(after.join(" "));
        const kept = pieces.filter(({ kind }) => kind === "same").flatMap((p) => p.text.split(" "));
        expect(kept).toHaveLength(longestCommon(before, after));
      }),
      { numRuns: 200 },
    );
  });
});

/** The slow, obvious way. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  const known = new Map<string, number>();
  const of = (i: number, j: number): number => {
    if (i === a.length || j === b.length) return 0;
    const key = `${i},${j}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = a[i] === b[j] ? 1 + of(i + 1, j + 1) : Math.max(of(i + 1, j), of(i, j + 1));
    known.set(key, found);
    return found;
  };
  return of(0, 0);
}

it("an excerpt keeps a few words around each change, and every changed word", () => {
  const before = "1 2 3 4 5 6 7 8 9 10 11 12 old 1 2 3 4 5 6 7 8 9 10 11 12 13 old 1 2";
  const pieces = excerptOf(diffWords(before, before.replaceAll("old", "new")));
  expect(shown(pieces)).toBe(
    "… 8 9 10 11 12 [-old-] {+new+} 1 2 3 4 5 … 9 10 11 12 13 [-old-] {+new+} 1 2",
  );
});
