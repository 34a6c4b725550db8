import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseLanguage } from "../functions/webhook/language-tags.ts";

const languages = ["id", "en"] as const;
const choose = (asked?: string, accept?: string) => chooseLanguage(languages, asked, accept);

describe("the language of a page", () => {
  it("is the one asked for, whatever the browser prefers", () => {
    expect(choose("en", "id-ID,id;q=0.9")).toBe("en");
  });

  it("is the browser's favourite among those the FAQ has", () => {
    expect(choose(undefined, "fr-FR, en;q=0.7, id;q=0.9")).toBe("id");
    expect(choose(undefined, "en-GB,en;q=0.9,id;q=0.8")).toBe("en");
  });

  it("is found by the language alone where the browser names a region", () => {
    expect(choose("en-AU")).toBe("en");
    expect(choose(undefined, "ID-id")).toBe("id");
  });

  it("is Indonesian for a browser that still says `in`", () => {
    expect(chooseLanguage(["en", "id"], undefined, "in-ID, en;q=0.5")).toBe("id");
  });

  it("is not one that the browser refuses", () => {
    expect(choose(undefined, "id;q=0, en;q=0.1")).toBe("en");
  });

  it("is the FAQ's first where nothing asked for is known", () => {
    expect(choose("xx", "zh, *;q=0.5")).toBe("id");
    expect(choose(undefined, undefined)).toBe("id");
    expect(choose("ind", "eng")).toBe("id");
  });

  it("is one of the FAQ's own for any query and header", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (asked, accept) => {
        expect(languages).toContain(choose(asked, accept));
      }),
    );
  });
});
