import { describe, expect, it } from "vitest";
import { type Formatting, spansIn } from "../../../bin/previews/spans.ts";

const accidental = (text: string, formatting: Formatting = "whatsapp") =>
  spansIn(text, formatting)
    .filter(({ isAccidental }) => isAccidental)
    .map(({ style, start, end }) => [style, text.slice(start, end)]);

describe("WhatsApp formats", () => {
  it.each([
    ["a *bold* word", "bold", "*bold*"],
    ["(*two words*)", "bold", "*two words*"],
    ["as Markdown has it: **bold**.", "bold", "**bold**"],
    ["an _italic_ word", "italic", "_italic_"],
    ["no ~longer~ so", "strike", "~longer~"],
    ["type `menu` here", "mono", "`menu`"],
    ["type ```the\nmenu``` here", "mono", "```the\nmenu```"],
    ["Bring:\n- a card", "bullet", "- a card"],
    ["* terms apply", "bullet", "* terms apply"],
    ["He wrote:\n> yes", "quote", "> yes"],
    ["1. Open it", "number", "1. Open it"],
  ])("%j", (text, style, part) => {
    expect(accidental(text)).toEqual([[style, part]]);
  });

  it("bold within italic, and nothing within monospace", () => {
    expect(accidental("_a *b* c_")).toEqual([
      ["italic", "_a *b* c_"],
      ["bold", "*b*"],
    ]);
    expect(accidental("`a *b* c`")).toEqual([["mono", "`a *b* c`"]]);
  });

  it("but of two that cross only the first", () => {
    expect(accidental("*a _b* c_")).toEqual([["bold", "*a _b*"]]);
  });

  it.each([
    "2*3",
    "2*3*4 is 24",
    "2 * 3 * 4",
    "snake_case and other_snake_case_words",
    "*",
    "a * b",
    "price* and *terms apply",
    "free*\n*until May",
    "***",
    "____ / ____",
    "5-10",
    "5 - 10",
    "from 5-10 to\n5-10 more",
    "~5 km or ~6 km",
    "https://example.org/_a_/*b*/~c~/page_with_words",
    "in 2021. Then",
    "2021. Then",
    "-5 degrees",
    "a > b",
    ">",
    "it's `open",
  ])("nothing in %j", (text) => {
    expect(accidental(text)).toEqual([]);
  });

  it("hides the marks, and keeps a list's numbers", () => {
    const hidden = (text: string) =>
      spansIn(text, "whatsapp").map(({ before, after }) => [before, after]);
    expect(hidden("*a*")).toEqual([[1, 1]]);
    expect(hidden("```a```")).toEqual([[3, 3]]);
    expect(hidden("- a")).toEqual([[2, 0]]);
    expect(hidden("1. a")).toEqual([[0, 0]]);
  });
});

describe("apps link", () => {
  it.each([
    ["see whatsapp.com/x for more", "whatsapp.com/x"],
    ["see WhatsApp.com.", "WhatsApp.com"],
    ["menurut Kominfo.Go kemarin", "Kominfo.Go"],
    ["buka www.kominfo.go.id, lalu", "www.kominfo.go.id"],
    ["(t.me/jelas)", "t.me/jelas"],
    ["TEMPO.CO/ANTARA, 11 May", "TEMPO.CO/ANTARA"],
    ["the end.So it goes", "end.So"],
  ])("%j", (text, link) => {
    expect(accidental(text, "links")).toEqual([["link", link]]);
  });

  it.each([
    "https://faq.whatsapp.com/1623_293/x.html",
    "write to help@example.org or a.b@mail.example.co.id",
    "selesai.Ini lain",
    "e.g. this, i.e. that, a.n. Budi, S.Ag., M.Si",
    "Node.js and setup.exe",
    "Rp5.000 or 10.30 or 1.5",
    "a... b",
    "end. So it goes",
  ])("nothing by accident in %j", (text) => {
    expect(accidental(text, "links")).toEqual([]);
  });

  it("addresses that are written as such, without the full stop after them", () => {
    expect(spansIn("See https://example.org/a_b.", "telegram")).toEqual([
      { style: "link", start: 4, end: 27, before: 0, after: 0, isAccidental: false },
    ]);
  });

  it.each(["help@example.org", "https://help@example.org/x"])("%j once", (text) => {
    expect(spansIn(text, "links")).toHaveLength(1);
  });
});

describe("Telegram", () => {
  it("makes links of names, tags and commands", () => {
    expect(accidental("Type /menu, ask @jelasbot or see #privasi", "telegram")).toEqual([
      ["link", "/menu"],
      ["link", "@jelasbot"],
      ["link", "#privasi"],
    ]);
  });

  it.each([
    "https://example.org/a?b=#tag&c=@name, dan/atau, 24/7, #1, a/b/c, a @ b, </b>, *bold* _italic_ `mono`",
    "- not a list",
  ])("leaves %j as it is", (text) => {
    expect(accidental(text, "telegram")).toEqual([]);
  });
});

it("Messenger has no lists", () => {
  expect(accidental("- a *b*\n1. c\n> d", "messenger")).toEqual([["bold", "*b*"]]);
});

it("the chat page links whole addresses only", () => {
  const spans = spansIn("https://example.org and example.org and *a*", "addresses");
  expect(spans.map(({ start, end }) => [start, end])).toEqual([[0, 19]]);
});

it("a long text of marks takes no long time to read", () => {
  for (const part of ["*", "_a", "`", "a.", "- ", "*a ", "/a", "a@"]) {
    for (const formatting of ["whatsapp", "telegram"] as const) {
      const spans = spansIn(part.repeat(20_000), formatting);
      expect(spans.every(({ start, end }) => start < end)).toBe(true);
    }
  }
});
