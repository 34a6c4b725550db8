// Edits change what they name and nothing else.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits, type TextEdit } from "../../../bin/edit/text-edit.ts";

const insert = (from: number, text: string): TextEdit => ({ from, to: from, text });

describe("edits", () => {
  it("insert, replace and remove, in whichever order they are given", () => {
    const edits = [{ from: 8, to: 11, text: "" }, insert(3, "!"), { from: 4, to: 7, text: "zwei" }];
    expect(applyEdits("one two tre", edits)).toBe("one! zwei ");
  });

  it("that insert at one place stand in the order given, before what replaces from there", () => {
    const edits = [{ from: 1, to: 2, text: "X" }, insert(1, "1"), insert(1, "2")];
    expect(applyEdits("abc", edits)).toBe("a12Xc");
  });

  it("may touch without overlapping", () => {
    const edits = [{ from: 0, to: 1, text: "A" }, { from: 1, to: 2, text: "B" }, insert(2, "!")];
    expect(applyEdits("abc", edits)).toBe("AB!c");
  });

  it("take the line breaks of the text", () => {
    expect(applyEdits("a: 1\r\nb: 2\r\n", [insert(6, "x: 3\ny: 4\r\n")])).toBe(
      "a: 1\r\nx: 3\r\ny: 4\r\nb: 2\r\n",
    );
    expect(applyEdits("a: 1\nb: 2\r\n", [insert(5, "x: 3\r\n")])).toBe("a: 1\nx: 3\nb: 2\r\n");
  });

  it("count from behind a byte-order mark, and leave it where it is", () => {
    expect(applyEdits("\ufeffab", [insert(0, "x"), insert(1, "y")])).toBe("\ufeffxayb");
  });

  it.each([
    ["overlap", [insert(2, "x"), { from: 1, to: 3, text: "" }]],
    [
      "overlap by holding each other",
      [
        { from: 0, to: 4, text: "" },
        { from: 1, to: 2, text: "" },
      ],
    ],
    ["begin before the text", [insert(-1, "x")]],
    ["end behind the text", [{ from: 3, to: 5, text: "" }]],
    ["end before they begin", [{ from: 3, to: 2, text: "" }]],
    ["begin nowhere", [insert(Number.NaN, "x")]],
  ])("are refused if they %s", (_, edits) => {
    expect(() => applyEdits("abcd", edits)).toThrow(RangeError);
  });

  it("that only insert can be taken out again, and the text is what it was", () => {
    const mark = "\u2603";
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", " ", "\n", "\r\n", "😀", ":", "\ufeff") }),
        fc.array(fc.nat()),
        (text, places) => {
          const { length } = text.replace(/^\ufeff/, "");
          const edits = places.map((place) => insert(place % (length + 1), `${mark}\n`));
          const edited = applyEdits(text, edits);
          expect(edited.split(mark)).toHaveLength(places.length + 1);
          expect(edited.replaceAll(/\u2603\r?\n/g, "")).toBe(text);
        },
      ),
    );
  });
});
