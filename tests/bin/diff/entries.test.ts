// What an edit does to entries and to the bot's own words.
import { describe, expect, it } from "vitest";
import { compareBots, compareEntries } from "../../../bin/diff/entries.ts";
import { faqOf, sea, sky } from "./two-faqs.ts";

const before = faqOf({ "nature/sky.yaml": sky });
const idle = { added: [], removed: [], renamed: [], changed: [] };

describe("entries", () => {
  it("are the same where nothing was edited", () => {
    expect(compareEntries(before, faqOf({ "nature/sky.yaml": sky }))).toEqual(idle);
  });

  it("come and go", () => {
    const name = { id: "sea", category: "nature", question: "Why is the sea salty?" };
    const both = faqOf({ "nature/sky.yaml": sky, "nature/sea.yaml": `${sea}number: 7\n` });
    const one = faqOf({ "nature/sky.yaml": `${sky}number: 1\n` });
    expect(compareEntries(one, both)).toMatchObject({ added: [name], removed: [] });
    expect(compareEntries(both, one)).toMatchObject({ added: [], removed: [name] });
  });

  it("are all new where there was no FAQ", () => {
    const { added, ...others } = compareEntries(undefined, before);
    expect(added.map(({ id }) => id)).toEqual(["sky"]);
    expect(others).toEqual({ removed: [], renamed: [], changed: [] });
  });

  it("that say nearly the same under another id were renamed, and what else changed is told", () => {
    const after = faqOf({ "nature/colour.yaml": sky.replace("rain", "storm") });
    const found = compareEntries(before, after);
    expect(found).toMatchObject({
      added: [],
      removed: [],
      renamed: [{ from: "sky", to: "colour" }],
    });
    expect(found.changed.map(({ id, texts }) => [id, texts.length])).toEqual([["colour", 1]]);
  });

  it("that say something else under another id went and came", () => {
    const { added, removed, renamed } = compareEntries(before, faqOf({ "nature/sea.yaml": sea }));
    expect([added, removed, renamed].map((list) => list.length)).toEqual([1, 1, 0]);
  });

  it("are renamed to one entry each, the likest", () => {
    const after = faqOf({
      "nature/a.yaml": sky.replace("colour is the", "blue has the").replace("up there", "above"),
      "nature/b.yaml": sky,
    });
    const { renamed, added } = compareEntries(before, after);
    expect(renamed).toEqual([{ from: "sky", to: "b" }]);
    expect(added.map(({ id }) => id)).toEqual(["a"]);
  });

  it("tell the words of an answer or a question that changed", () => {
    const after = faqOf({
      "nature/sky.yaml": sky.replace("blue", "azure").replace("Which", "What"),
    });
    const [change] = compareEntries(before, after).changed;
    expect(change?.texts.map(({ what, language }) => `${what} ${language}`)).toEqual([
      "question en",
      "short en",
      "answer en",
    ]);
    expect(change?.texts[2]?.words).toEqual([
      { kind: "same", text: "The sky is" },
      { kind: "removed", text: "blue" },
      { kind: "added", text: "azure" },
      { kind: "same", text: "on a clear day and grey before the rain." },
    ]);
  });

  it("tell sources, places, numbers and ways of asking that changed", () => {
    const after = faqOf({
      "looks/sky.yaml": `${sky
        .replace("title: The window", "title: The roof, url: https://roof.example/")
        .replace("what colour is it up there", "blue or grey, how does it look")}number: 9
verified: 2026-11-23
`,
    });
    expect(compareEntries(before, after).changed).toEqual([
      {
        id: "sky",
        texts: [],
        sources: {
          removed: [{ title: "The window" }],
          added: [{ title: "The roof", url: "https://roof.example/" }],
        },
        values: [
          { what: "category", from: "nature", to: "looks" },
          { what: "number", from: "1", to: "9" },
          { what: "verified", from: "", to: "2026-11-23" },
        ],
        phrasings: { removed: 1, added: 2 },
      },
    ]);
  });

  const spoken = (title: string, more: Readonly<Record<string, string>> = {}) => {
    const answer = { id: "Biru.", en: "Blue.", ...more };
    return faqOf({
      "bot.yaml": `languages: ${JSON.stringify(Object.keys(answer))}\n`,
      "nature/sky.yaml": `answer: ${JSON.stringify(answer)}
sources: [{title: ${title}, url: https://window.example/}]
phrasings: {en: [what colour is it up there]}
`,
    });
  };

  it("tell a source's title in the one language in which it changed", () => {
    const url = "https://window.example/";
    const before = spoken("The window");
    const [change] = compareEntries(before, spoken("{id: Jendela, en: The window}")).changed;
    expect(change?.sources).toEqual({
      removed: [{ title: "The window", url, language: "id" }],
      added: [{ title: "Jendela", url, language: "id" }],
    });
    const [whole] = compareEntries(before, spoken("The roof")).changed;
    expect(whole?.sources).toEqual({
      removed: [{ title: "The window", url }],
      added: [{ title: "The roof", url }],
    });
  });

  it("have the sources that they had where a language is new", () => {
    const after = spoken("The window", { jv: "Biru." });
    const [change] = compareEntries(spoken("The window"), after).changed;
    expect(change?.texts.map(({ language }) => language)).toContain("jv");
    expect(change?.sources).toEqual({ removed: [], added: [] });
  });

  it("are not changed by another's new name among the related ones", () => {
    const withRelated = (id: string) => `${sea}related: [${id}]\nnumber: 7\n`;
    const { changed } = compareEntries(
      faqOf({ "nature/sky.yaml": sky, "nature/sea.yaml": withRelated("sky") }),
      faqOf({ "nature/colour.yaml": sky, "nature/sea.yaml": withRelated("colour") }),
    );
    expect(changed).toEqual([]);
  });
});

it("the bot's own texts are told by their place, small talk and titles too", () => {
  const faq = (reply: string, more: string) =>
    faqOf({
      "bot.yaml": `languages: [en]
smalltalk: {greeting: {phrasings: {en: [hello]}, reply: {en: ${reply}}}}
${more}`,
      "nature/sky.yaml": sky,
    });
  const changes = compareBots(
    faq("Hi.", "").bot,
    faq("Hello.", "messages: {fallback: {en: No idea.}}\ncategories: {nature: {en: Nature}}").bot,
  );
  expect(changes.map(({ what }) => what)).toEqual([
    "messages.fallback",
    "smalltalk.greeting.reply",
    "categories.nature",
  ]);
});
