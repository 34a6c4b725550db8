// What `--fix` mends, and that it leaves every other character alone.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mend } from "../../../bin/check/mend.ts";
import { booksFile, type Changes, cardFile, edit, faqFiles, hoursFile, today } from "./good-faq.ts";

function mended(changes: Changes) {
  const files = faqFiles(changes);
  const { files: written, changes: made, checked } = mend(files, { today });
  const texts = new Map(written.map(({ path, text }) => [path, text]));
  return { text: (path: string) => texts.get(path), made, left: checked.problems };
}

/** The file of the good FAQ with this edit. */
const textOf = (changes: Changes) => Object.values(changes)[0];

describe("mending", () => {
  it("removes the line of a phrasing that stands above already, however often it does", () => {
    const twice = edit(
      hoursFile,
      ["    - jadwal kunjungan\n", "    # about visits\n    - jadwal kunjungan\n"],
      [
        "    - libur nasional",
        "    - jadwal kunjungan\n    -  'jadwal kunjungan'\n    - libur nasional",
      ],
    );
    const { text, made, left } = mended(twice);
    const good = edit(hoursFile, ["    - jadwal", "    # about visits\n    - jadwal"]);
    expect(text(hoursFile)).toBe(textOf(good));
    expect(made).toHaveLength(2);
    expect(left).toEqual([]);
  });

  it("removes it from a list on one line", () => {
    const bot = edit("offtopic.yaml", [
      "weather:\n  - apakah besok hujan\n  - will it rain tomorrow\n",
      'weather: [apakah besok hujan, "will it rain", will it rain] # rain\n',
    ]);
    expect(mended(bot).text("offtopic.yaml")).toBe(
      'weather: [apakah besok hujan, "will it rain"] # rain\n',
    );
  });

  it("leaves to a person what stands in two lists, or beside a comment", () => {
    const inTwo = edit(cardFile, ["    - reprint the card\n", "    - kartu saya lenyap\n"]);
    expect(mended(inTwo).made).toEqual([]);
    const beside = edit(cardFile, [
      "    - reprint the card\n",
      "    - reprint the card\n    - my card is gone # asked by many\n",
    ]);
    expect(mended(beside).made).toEqual([]);
    const beneath = edit(cardFile, [
      "    - reprint the card\n",
      "    - reprint the card\n    # asked by many\n    - my card is gone\n",
    ]);
    expect(mended(beneath).made).toEqual([]);
  });

  it("removes characters that can't be seen, and so makes a FAQ readable", () => {
    const changes = edit(cardFile, ["Tell the front", "Te\u200bll\u2060 the\u00ad front"]);
    const { text, left } = mended(changes);
    expect(text(cardFile)).toBe(textOf(edit(cardFile, ["Tell", "Tell"])));
    expect(left).toEqual([]);
  });

  it("gives an entry the number that it has, above the answer and its comment", () => {
    const without = edit(hoursFile, ["number: 1\nanswer:", "# said at the desk\nanswer:"]);
    expect(mended(without).text(hoursFile)).toBe(
      textOf(edit(hoursFile, ["number: 1\nanswer:", "number: 1\n# said at the desk\nanswer:"])),
    );
  });

  it("leaves one space of several, in a block and in quotes", () => {
    const inBlock = edit(hoursFile, ["We open at nine.", "We   open at  nine."]);
    expect(mended(inBlock).text(hoursFile)).toBe(textOf(edit(hoursFile, ["We", "We"])));
    const inQuotes = edit(booksFile, ["Five books, for", "Five books,  for"]);
    expect(mended(inQuotes).text(booksFile)).toBe(textOf(edit(booksFile, ["Five", "Five"])));
  });

  it("keeps the byte order mark and the ends of lines", () => {
    const [[path = "", text = ""] = []] = Object.entries(
      edit(hoursFile, ["number: 1\n", ""], ["We open", "We  open"]),
    );
    const windows = (lines = "") => `\ufeff${lines.replaceAll("\n", "\r\n")}`;
    expect(mended({ [path]: windows(text) }).text(path)).toBe(
      windows(textOf(edit(hoursFile, ["number: 1", "number: 1"]))),
    );
  });

  it("does not touch a file that it would make worse", () => {
    // Without what can't be seen, the phrasing is that of another entry.
    const changes = edit(cardFile, ["    - reprint the card", "    - loan\u200b quota"]);
    const { text, made } = mended(changes);
    expect(made).toEqual([]);
    expect(text(cardFile)).toBe(changes[cardFile]);
  });

  it("leaves no more errors than there were, whatever is in a file", () => {
    const slips = [
      ["    - kuota pinjam\n", "    - kuota pinjam\n    - kuota pinjam\n"],
      ["number: 2\n", ""],
      ["Five books, for", "Five  books,\u200b for"],
      ["  en: How many books\n", "  en: How\u2060  many books\n"],
      ["related: [opening-hours]", "related: [opening-hours, opening-hour]"],
      ["    - loan quota\n", "    - books per member\n    - loan  quota\n    - loan quota\n"],
      ['  en: "Five', '  en: "\\u200bFive'],
    ] as const;
    fc.assert(
      fc.property(fc.subarray([...slips], { minLength: 1 }), (chosen) => {
        let text = textOf(edit(booksFile, ["question:", "question:"])) ?? "";
        for (const [part, by] of chosen) text = text.replace(part, () => by);
        const { made, left, text: mendedText } = mended({ [booksFile]: text });
        if (made.length === 0) expect(mendedText(booksFile)).toBe(text);
        const again = mended({ [booksFile]: mendedText(booksFile) });
        expect(again.made).toEqual([]);
        expect(again.left).toEqual(left);
      }),
      { numRuns: 15 },
    );
  });
});
