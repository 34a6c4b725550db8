import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSafeLink, splitParagraphs } from "../../functions/webhook/page/paragraphs.ts";

const linksIn = (text: string) =>
  splitParagraphs(text).flatMap((pieces) => pieces.flatMap(({ url }) => url ?? []));

describe("plain text on a page", () => {
  it("becomes paragraphs at blank lines and keeps single line breaks", () => {
    expect(splitParagraphs("one\ntwo\n \n\n three\n")).toEqual([
      [{ text: "one\ntwo" }],
      [{ text: "three" }],
    ]);
  });

  it("links an address without the punctuation around it", () => {
    expect(linksIn("See https://example.org/a. (Or https://example.org/b?c=d&e=f#g!)")).toEqual([
      "https://example.org/a",
      "https://example.org/b?c=d&e=f#g",
    ]);
  });

  it("links nothing but https", () => {
    expect(linksIn("http://example.org javascript:alert(1) HTTPS example.org")).toEqual([]);
    expect(isSafeLink("https://example.org")).toBe(true);
    expect(isSafeLink("HTTPS://EXAMPLE.ORG")).toBe(true);
    expect(linksIn("see HTTPS://example.org/a.")).toEqual(["HTTPS://example.org/a"]);
    expect(isSafeLink("http://example.org")).toBe(false);
    expect(isSafeLink("javascript:alert(1)")).toBe(false);
    expect(isSafeLink(undefined)).toBe(false);
  });

  it("loses no letter of any text", () => {
    const word = fc.oneof(fc.string(), fc.constantFrom("https://example.org/a", "\n\n", " "));
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const text = words.join("");
        const shown = splitParagraphs(text).flat();
        const letters = shown.map((piece) => piece.text).join("");
        expect(letters.replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      }),
    );
  });
});
