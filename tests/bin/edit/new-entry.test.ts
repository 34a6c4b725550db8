// A new entry asks for what it lacks, and becomes part of the FAQ once that is written.
import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { entryPath } from "../../../bin/edit/entry-path.ts";
import { textsGiven } from "../../../bin/edit/language-texts.ts";
import { newCategory } from "../../../bin/edit/new-category.ts";
import { newEntryText, nextNumber } from "../../../bin/edit/new-entry.ts";
import { applyEdits } from "../../../bin/edit/text-edit.ts";
import type { Entry } from "../../../functions/webhook/faq/faq.ts";
import { readFaq, readSources } from "../../../functions/webhook/faq/read.ts";
import { entryShape } from "../../../functions/webhook/faq/shapes.ts";
import { edited, faqFiles } from "../../faq/small-faq.ts";

const path = "borrowing/late-fee.yaml";
const fresh = newEntryText({
  path,
  number: 3,
  question: { id: "Berapa denda: per hari?" },
  day: "2026-11-27",
  languages: ["id", "en"],
  checkCommand: "npm run check",
});

describe("a new entry", () => {
  it("has every key in the order of the house but those that may be left out", () => {
    const keys = [...fresh.matchAll(/^(?:# )?([a-z]+):$|^(number|verified): /gm)];
    const shape = entryShape.kind === "fields" ? Object.keys(entryShape.fields) : [];
    expect(keys.map(([, block, line]) => block ?? line)).toEqual(shape);
    expect(fresh).toContain("\n# related:\n");
  });

  it("holds nothing that could be shown to people but what was given", () => {
    expect(parseDocument(fresh, { schema: "failsafe" }).toJS()).toEqual({
      question: { id: "Berapa denda: per hari?", en: "" },
      short: { id: "", en: "" },
      number: "3",
      answer: { id: "", en: "" },
      sources: "",
      verified: "2026-11-27",
      phrasings: { id: "", en: "" },
    });
  });

  it("is refused by the reader at each line that is still to be written", () => {
    const reading = readFaq(faqFiles({ [path]: fresh }));
    if (reading.kind === "faq") throw new Error("The entry was taken as it is.");
    const places = reading.problems.map(({ file, line }) => {
      expect(file).toBe(path);
      return fresh.split("\n")[line - 1]?.trim();
    });
    expect(places).toEqual(["en:", "id:", "en:", "id: |-", "en: |-", "sources:", "id:", "en:"]);
  });

  it("becomes part of the FAQ, without a warning, once that is written", () => {
    const written = fresh
      .replace("  en:\n#", "  en: How high is the fine?\n#")
      .replace("short:\n  id:\n  en:", "short:\n  id: Denda\n  en: Fine")
      .replace("  id: |-\n", "  id: |-\n    Seribu.\n\n    Per hari.")
      .replace("  en: |-\n", "  en: |-\n    A thousand.")
      .replace("sources:\n", "sources:\n  - title: Rules of the library\n")
      .replace("  id:\n  en:\n", "  id:\n    - dendanya brp\n  en:\n    - how much is the fine\n");
    const reading = readFaq(faqFiles({ [path]: written }));
    expect(reading).toMatchObject({ kind: "faq", warnings: [] });
    const entry = reading.kind === "faq" && reading.faq.entries.find(({ number }) => number === 3);
    expect(entry).toMatchObject({
      id: "late-fee",
      answer: { id: "Seribu.\n\nPer hari.", en: "A thousand." },
    });
  });

  it("gets a number above all others, so that none ever leads elsewhere", () => {
    const numbered = (...numbers: number[]) => numbers.map((number) => ({ number }) as Entry);
    expect(nextNumber(numbered(1, 7, 3))).toBe(8);
    expect(nextNumber([])).toBe(1);
    expect(nextNumber(numbered(1, 9999))).toBe(2);
  });
});

describe("the place of a new entry", () => {
  const place = (name: string) => entryPath(name, "./some/faq/", faqFiles());

  it.each(["travel/visa", "travel/visa.yaml", "./some/faq/travel/visa.yaml"])(
    "may be named as %s",
    (name) => expect(place(name)).toBe("travel/visa.yaml"),
  );

  it.each(["visa", "Travel/visa", "travel/my visa", "a/b/c", "../travel/visa", "travel/"])(
    "can't be %s",
    (name) => expect(() => place(name)).toThrow(/lower-case words/),
  );

  it("can't be where there is an entry of that name, in whichever topic", () => {
    expect(() => place("travel/opening-hours")).toThrow("some/faq/visiting/opening-hours.yaml");
  });
});

describe("texts on the command line", () => {
  const languages = ["id", "en"];
  const read = (...given: string[]) =>
    textsGiven(given, { name: "--question", languages, maxCharacters: 10 });

  it("are given for a language each", () => {
    expect(read("en=a = b? ", "id= c")).toEqual({ en: "a = b?", id: "c" });
  });

  it.each([
    ["in a language that the FAQ hasn't", ["fr=a"], /no language of the FAQ \(id, en\)/],
    ["in no language", ["a"], /no language/],
    ["empty", ["en= "], /holds no text/],
    ["given twice", ["en=a", "en=b"], /twice in "en"/],
    ["too long", ["en=12345678901"], /11 characters in "en"; at most 10 fit/],
  ])("are refused if they are %s", (_, given, message) => {
    expect(() => read(...given)).toThrow(message);
  });
});

describe("a new topic", () => {
  const title = { id: "Jalan", en: "Travel" };

  function added(bot: string): string {
    const files = faqFiles({ "bot.yaml": bot });
    const edit = newCategory("travel", title, readSources(files).bot, files);
    return applyEdits(bot, edit ? [edit] : []);
  }

  it("gets its title behind the others", () => {
    const bot =
      "languages: [id, en]\ncategories:\n  borrowing: {id: P, en: B} # b\nname: {id: P, en: L}\n";
    expect(added(bot)).toBe(
      bot.replace("# b\n", "# b\n  travel:\n    id: Jalan\n    en: Travel\n"),
    );
  });

  it("gets its title where there is none yet", () => {
    const bot = "languages: [id, en]";
    expect(added(bot)).toBe(`${bot}\ncategories:\n  travel:\n    id: Jalan\n    en: Travel\n`);
    expect(added("{languages: [id, en]}")).toBe(
      '{languages: [id, en], categories: {"travel":{"id":"Jalan","en":"Travel"}}}',
    );
  });

  it("is asked a title for, if other topics have one", () => {
    const bot = "languages: [id, en]\ncategories: {borrowing: {id: P, en: B}}\n";
    const files = faqFiles({ "bot.yaml": bot });
    const bare = (given: Record<string, string>, name = "travel") =>
      newCategory(name, given, readSources(files).bot, files);
    expect(() => bare({})).toThrow(/--category-title id="…" --category-title en="…"/);
    expect(() => bare({ id: "Jalan" })).toThrow(/no title/);
    expect(() => bare(title, "borrowing")).toThrow(/has a title already/);
    expect(bare({}, "borrowing")).toBeUndefined();
    expect(newCategory("travel", {}, readSources(faqFiles()).bot, faqFiles())).toBeUndefined();
  });
});

it("can't be added where the topics aren't a block of keys", () => {
  const files = faqFiles({ "bot.yaml": edited("bot.yaml", "name:", "categories: [a]\nname:") });
  const title = { id: "Jalan", en: "Travel" };
  expect(() => newCategory("travel", title, readSources(files).bot, files)).toThrow(/Mend that/);
});
