import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createEditCounter } from "../../functions/webhook/matching/edits.ts";

/** By the table of all beginnings of both words: slow, obvious. */
function editsBetween(one: string, other: string): number {
  const table: number[][] = [];
  for (let a = 0; a <= one.length; a++) {
    const row: number[] = [];
    table.push(row);
    for (let b = 0; b <= other.length; b++) {
      if (a === 0 || b === 0) {
        row.push(a + b);
        continue;
      }
      const at = (back: number, backOther: number) => table[a - back]?.[b - backOther] ?? 0;
      const isSame = one[a - 1] === other[b - 1];
      const isSwapped =
        a > 1 && b > 1 && one[a - 1] === other[b - 2] && one[a - 2] === other[b - 1];
      row.push(
        Math.min(
          at(1, 0) + 1,
          at(0, 1) + 1,
          at(1, 1) + (isSame ? 0 : 1),
          isSwapped ? at(2, 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
  }
  return table[one.length]?.[other.length] ?? 0;
}

describe("the edits between two words", () => {
  it.each([
    ["pesan", "pesan", 0],
    ["pesan", "pesna", 1],
    ["privasi", "private", 2],
    ["kebijakan", "kbijkan", 2],
    ["account", "", 7],
  ])("of %s and %s are counted", (one, other, edits) => {
    expect(createEditCounter(one)(other)).toBe(edits);
  });

  it("are as few as any way has, for words of up to 31 letters", () => {
    const letters = fc.constantFrom(..."abz");
    const one = fc.string({ unit: letters, minLength: 1, maxLength: 31 });
    const others = fc.array(fc.string({ unit: letters, maxLength: 40 }));
    fc.assert(
      fc.property(one, others, (word, list) => {
        const editsTo = createEditCounter(word);
        for (const other of list) expect(editsTo(other)).toBe(editsBetween(word, other));
      }),
    );
  });
});
