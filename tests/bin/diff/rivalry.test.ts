// Which entries compete since an edit.
import { describe, expect, it } from "vitest";
import { type Compared, compare } from "../../../bin/diff/compare.ts";
import { formatDifference } from "../../../bin/diff/format.ts";
import { compareRivalries } from "../../../bin/diff/rivalry.ts";
import type { Faq } from "../../../functions/webhook/faq/faq.ts";
import { tinyFaq } from "../../training/tiny-faq.ts";
import { faqOf, matcherThat, sky } from "./two-faqs.ts";

const stray = "when do you open, and when do you close";
const [hours, second, ...rest] = tinyFaq.entries;
if (!hours || !second) throw new Error("too tiny");

/** The tiny FAQ, its second entry under an id of choice and with these phrasings more. */
function withMore(texts: readonly string[], id = second?.id ?? ""): Faq {
  if (!hours || !second) throw new Error("too tiny");
  const more = texts.map((text) => ({ text, language: "en" }));
  const entry = { ...second, id, phrasings: [...second.phrasings, ...more] };
  return { ...tinyFaq, entries: [hours, entry, ...rest] };
}

/** Markdown has every sign as a character reference. */
function unescaped(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
}

describe("rivals", () => {
  it("are added by a phrasing that belongs elsewhere", () => {
    const { added, removed } = compareRivalries(tinyFaq, withMore([stray]), []);
    expect(added).toMatchObject([
      { entry: second.id, rival: hours.id, phrasing: { text: stray }, closest: { language: "en" } },
    ]);
    expect(removed).toEqual([]);
  });

  it("are no more where others now ask as the phrasing does, but not where it is gone", () => {
    const alike = ["when do you open and when do you close then", "so when do you open and close"];
    const mended = compareRivalries(withMore([stray]), withMore([stray, ...alike]), []);
    expect(mended.removed.map(({ phrasing }) => phrasing.text)).toContain(stray);
    expect(compareRivalries(withMore([stray]), tinyFaq, []).removed).toEqual([]);
  });

  it("stay the same under another id", () => {
    const renamed = [{ from: second.id, to: "renamed" }];
    const changes = compareRivalries(withMore([stray]), withMore([stray], "renamed"), renamed);
    expect(changes).toEqual({ added: [], removed: [], pairs: [] });
  });

  it("of a FAQ that is new are all added", () => {
    expect(compareRivalries(undefined, withMore([stray]), []).added).toHaveLength(1);
  });

  it("are told with their pairs and the thresholds in every format", () => {
    const faq = faqOf({ "nature/sky.yaml": sky });
    const asked = { faq, matcher: matcherThat({}) };
    const compared = compare({
      revision: "HEAD",
      commit: "0123456789abcdef0123456789abcdef01234567",
      before: asked,
      after: asked,
      labelled: [],
    });
    const { added } = compareRivalries(tinyFaq, withMore([stray]), []);
    const pairs = [{ from: "sky", to: "sea", before: 1, after: 9 }];
    const difference: Compared = {
      ...compared,
      rivalry: { added, removed: [], pairs },
      thresholds: {
        before: { answer: 0.3, suggest: 0.2 },
        after: { answer: 0.35, suggest: 0.2 },
      },
    };
    for (const format of ["text", "markdown"] as const) {
      const told = unescaped(formatDifference(difference, format));
      expect(told).toContain(stray);
      expect(told).toContain("sea would take 9 of sky's phrasings");
      expect(told).toContain("an answer needs a confidence of 35.0 % (before: 30.0 %)");
      expect(told).not.toContain("suggestions need");
    }
    expect(JSON.parse(formatDifference(difference, "json"))).toMatchObject({
      rivalry: { pairs },
      thresholds: { after: { answer: 0.35 } },
    });
  });
});
