import { describe, expect, it } from "vitest";
import { createSpeltAlike } from "../../functions/webhook/matching/spelt-alike.ts";

const vocabulary = "apakah kebijakan kebijaksanaan pesan pesanan privasi private".split(" ");

describe("words that are spelt alike", () => {
  it("are those that share most pairs of letters, best first", () => {
    expect(createSpeltAlike(vocabulary, 2)("pesanann")).toEqual(["pesanan", "kebijakan"]);
    expect(createSpeltAlike(vocabulary, 3)("privat")).toEqual(["private", "privasi", "pesan"]);
  });

  it("differ in length by two letters at most", () => {
    expect(createSpeltAlike(vocabulary, 9)("kebijakan")).not.toContain("kebijaksanaan");
  });

  it("are none where no pair is shared, or where there are no words", () => {
    expect(createSpeltAlike(vocabulary, 9)("qqqqqq")).toEqual([]);
    expect(createSpeltAlike([], 9)("pesan")).toEqual([]);
  });

  it("are the same again, whatever was asked between", () => {
    const alike = createSpeltAlike(vocabulary, 3);
    const first = alike("pesanann");
    alike("privat");
    expect(alike("pesanann")).toEqual(first);
  });
});
