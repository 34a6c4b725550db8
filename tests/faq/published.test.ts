import { describe, expect, it } from "vitest";
import {
  decodePublished,
  encodePublished,
  publish,
} from "../../functions/webhook/faq/published.ts";
import { readFaq } from "../../functions/webhook/faq/read.ts";
import { booksFile, edited, faqFiles } from "./small-faq.ts";

const reading = readFaq(
  faqFiles({
    [booksFile]: edited(booksFile, "Rules of the library", "{id: Peraturan, en: Rules}"),
    "bot.yaml":
      "languages: [id, en]\n" +
      "categories: {borrowing: {id: Pinjam, en: Borrow}, visiting: {id: Datang, en: Visit}}\n" +
      "smalltalk: {greeting: {phrasings: {id: [hai], en: [hi]}, reply: {id: Hai!, en: Hi!}}}\n",
  }),
);
if (reading.kind === "problems") throw new Error("The FAQ of this test is broken");
const published = publish(reading.faq);

describe("the published part of a FAQ", () => {
  it("leaves out every way of asking", () => {
    expect(encodePublished(published)).not.toMatch(/phrasings|borrow how many books|"hai"/);
  });

  it("keeps what people are shown", () => {
    expect(published.entries.map(({ id }) => id)).toEqual(["how-many-books", "opening-hours"]);
    expect(published.bot.smalltalk).toEqual([
      { kind: "greeting", reply: { id: "Hai!", en: "Hi!" } },
    ]);
  });

  it("holds a title that is one for all languages only once", () => {
    const text = encodePublished(published);
    expect(text).toContain('[{"title":"Sign at the door"}]');
    expect(text).toContain('{"title":{"id":"Peraturan","en":"Rules"}');
  });

  it("is the same after it was written and read back", () => {
    expect(decodePublished(encodePublished(published))).toEqual(published);
  });
});
