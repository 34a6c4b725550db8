// Which phrasings another entry would win, were they not listed.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareWithout, sumUp } from "../../../bin/rivals/class-sums.ts";
import { leaveOneOut } from "../../../bin/rivals/leave-one-out.ts";
import { findRivals } from "../../../bin/rivals/rivals.ts";
import type { Entry, Faq } from "../../../functions/webhook/faq/faq.ts";
import { tinyFaq } from "../../training/tiny-faq.ts";

const [hours, ...others] = tinyFaq.entries as [Entry, ...Entry[]];

/** The tiny FAQ, its second entry with one phrasing more. */
function withStray(text: string): Faq {
  const [second, ...rest] = others;
  if (!second) throw new Error("too tiny");
  const phrasings = [...second.phrasings, { text, language: "en" }];
  return { ...tinyFaq, entries: [hours, { ...second, phrasings }, ...rest] };
}

describe("leaving a phrasing out", () => {
  it("is the same as never having listed it", () => {
    const vector = fc
      .uniqueArray(fc.tuple(fc.nat(11), fc.integer({ min: 1, max: 9 })), {
        minLength: 1,
        maxLength: 6,
        selector: ([row]) => row,
      })
      .map((pairs) => ({
        rows: pairs.map(([row]) => row),
        values: pairs.map(([, value]) => value / 4),
      }));
    const example = fc.record({ vector, of: fc.nat(2) });
    fc.assert(
      fc.property(fc.array(example, { minLength: 2, maxLength: 12 }), (examples) => {
        // Every row is met by the others too, so that both have as many rows.
        const all = { rows: [...Array(12).keys()], values: Array(12).fill(1) };
        const rest = [...examples.slice(1), { vector: all, of: 0 }];
        const [first] = examples;
        if (!first) return;
        const sums = (list: typeof examples) =>
          sumUp(
            list.map(({ vector }) => vector),
            list.map(({ of }) => of),
            3,
          );
        const without = compareWithout(first.vector, first.of, sums([first, ...rest]));
        const never = compareWithout(first.vector, -1, sums(rest));
        for (const name of ["likelihoods", "cosines"] as const) {
          without[name].forEach((value, of) => {
            expect(value).toBeCloseTo(never[name][of] ?? Number.NaN, 6);
          });
        }
      }),
    );
  });

  it("takes no entry for a rival that nobody can ask for", () => {
    const mute = { ...hours, id: "mute", phrasings: [{ text: "???", language: "en" }] };
    const { verdicts } = leaveOneOut({ ...tinyFaq, entries: [mute, ...tinyFaq.entries] });
    expect(verdicts.length).toBeGreaterThan(0);
    expect(verdicts.filter(({ rival }) => rival === 0)).toEqual([]);
  });

  it("judges every phrasing that has words, and none where there is no other entry", () => {
    const phrasings = tinyFaq.entries.flatMap((entry) => entry.phrasings);
    expect(leaveOneOut(tinyFaq).verdicts.map(({ phrasing }) => phrasing)).toEqual(phrasings);
    expect(leaveOneOut({ ...tinyFaq, entries: [hours] }).verdicts).toEqual([]);
    expect(leaveOneOut({ ...tinyFaq, entries: [] }).verdicts).toEqual([]);
  });
});

describe("rivals", () => {
  it("name a phrasing that belongs elsewhere, its rival, and what is most like it there", () => {
    const { rivals } = findRivals(withStray("when do you open, and when do you close"));
    expect(rivals).toHaveLength(1);
    expect(rivals[0]).toMatchObject({
      entry: others[0]?.id,
      phrasing: { text: "when do you open, and when do you close" },
      rival: hours.id,
      closest: { text: "when do you open" },
    });
  });

  it("are none where every phrasing stands where it should", () => {
    expect(findRivals(tinyFaq).rivals).toEqual([]);
  });

  it("come with a map of how many phrasings each entry would take from which", () => {
    const { confusion } = findRivals(withStray("when do you open, and when do you close"));
    expect(confusion.entries).toEqual(tinyFaq.entries.map(({ id }) => id));
    const taken = confusion.confusions.find(
      ({ from, to }) => from === others[0]?.id && to === hours.id,
    );
    expect(taken?.count).toBeGreaterThanOrEqual(1);
    for (const { from, count, share } of confusion.confusions) {
      const size = confusion.sizes[confusion.entries.indexOf(from)] ?? 0;
      expect(share).toBe(count / size);
    }
    const shares = confusion.confusions.map(({ share }) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  });
});
