// What docs/edit.md and docs/edit.id.md tell maintainers, held to the FAQ and the pages, and to each other.
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatText } from "../../bin/check/format-text.ts";
import { nextNumber } from "../../bin/edit/new-entry.ts";
import { readFaqFolder } from "../../bin/faq-folder.ts";
import { english as reportInEnglish } from "../../bin/report/page/english.ts";
import { indonesian as reportInIndonesian } from "../../bin/report/page/indonesian.ts";
import { english } from "../../bin/workshop/page/texts-english.ts";
import { indonesian } from "../../bin/workshop/page/texts-indonesian.ts";
import type { Problem } from "../../functions/webhook/faq/problem.ts";
import { readSources } from "../../functions/webhook/faq/read.ts";
import { fencesIn, inlineCode, linksIn, readDocument, root, withoutFences } from "./documents.ts";

const pages = { "docs/edit.md": english, "docs/edit.id.md": indonesian };
const texts = Object.keys(pages).map((page) => [page, readDocument(page)] as const);
const [inEnglish = "", inIndonesian = ""] = texts.map(([, text]) => text);

const fences = (text: string) =>
  fencesIn(text).map(({ language, lines }) => ({ name: language, body: `${lines.join("\n")}\n` }));

/** Everything that is told to be typed into a terminal. */
function callsIn(text: string): string[] {
  const lines = fencesIn(text)
    .filter(({ language }) => language === "")
    .flatMap((fence) => fence.lines);
  return [...lines, ...inlineCode(text)].filter((line) => /^(npm|git|cd|PORT=)/.test(line));
}

describe("the two pages", () => {
  it("have the same sections, in the same order", () => {
    const ranks = (text: string) =>
      [...withoutFences(text).matchAll(/^(#+) /gm)].map(([, rank]) => rank);
    expect(ranks(inEnglish).length).toBeGreaterThan(10);
    expect(ranks(inIndonesian)).toEqual(ranks(inEnglish));
  });

  it("have the same commands, in the same order", () => {
    expect(callsIn(inEnglish).length).toBeGreaterThan(15);
    expect(callsIn(inIndonesian)).toEqual(callsIn(inEnglish));
  });

  it("have the same pictures and lead to the same pages, each in its language", () => {
    const targets = (text: string) =>
      [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, to = ""]) => to.replace(".id.", "."));
    expect(targets(inIndonesian)).toEqual(targets(inEnglish));
  });

  it("begin the same entry, and show the same outputs", () => {
    const whole = (text: string) =>
      fences(text)
        .map(({ body }) => body)
        .filter((body) => !body.startsWith("    - "));
    expect(whole(inIndonesian)).toEqual(whole(inEnglish));
  });
});

describe("the pages", () => {
  it.each(texts)("of %s show every command that helps an editor", (_, text) => {
    const calls = callsIn(text).join("\n");
    for (const name of ["new", "check", "diff", "words", "counts", "add-language", "schema"]) {
      expect(calls).toContain(`faq -- ${name}`);
    }
  });

  it("show each picture that was made for them", () => {
    const shown = texts.flatMap(([, text]) =>
      linksIn(text).flatMap(({ alt, target }) => (alt === undefined ? [] : basename(target))),
    );
    const kept = readdirSync(join(root, "docs/images")).filter((name) => name.startsWith("edit-"));
    expect(shown.sort()).toEqual(kept.sort());
  });
});

describe("the way through", () => {
  const path = "facebook-data/hamburg-order.yaml";
  /** Without the entry that the pages add: somebody may have kept it. */
  const faq = readFaqFolder(join(root, "faq")).filter((file) => file.path !== path);
  const sources = readSources(faq);
  const reminders = sources.entries.find(({ entry }) => entry.id === "reminders")?.entry;
  const entryText = fences(inEnglish).find(({ body }) => body.includes("\nphrasings:"))?.body ?? "";
  const number = nextNumber(sources.entries.map(({ entry }) => entry));
  const beside = faq.filter((file) => /^(bot\.yaml|facebook-data\/)/.test(file.path));
  const problemsWith = (written: string): Problem[] => {
    const text = written.replace(/^number: .*$/m, `number: ${number}`);
    return readSources([...beside, { path, text }]).problems.filter(({ file }) => file === path);
  };

  it("calls the parts of the workshop and of the report by their names", () => {
    const report = { "docs/edit.md": reportInEnglish, "docs/edit.id.md": reportInIndonesian };
    for (const [page, text] of texts) {
      const { ask, changes, findings, previews } = pages[page as keyof typeof pages];
      expect(text).toContain(`"${previews}"`);
      for (const name of [ask, changes, findings]) expect(text).toContain(`**${name}**`);
      expect(text).toContain(`"${report[page as keyof typeof report].lacksTitle}"`);
    }
  });

  it("changes words that stand in the answer", () => {
    expect(inEnglish).toContain(`"${reminders?.question.en}"`);
    expect(inIndonesian).toContain(`"${reminders?.question.id}"`);
    for (const [text, language, words] of [
      [inEnglish, "en", "think it over calmly"],
      [inIndonesian, "id", "dengan tenang"],
    ] as const) {
      expect(text).toContain(`"${words}"`);
      expect(reminders?.answer[language]?.split(words)).toHaveLength(2);
    }
  });

  it("adds three ways of asking that aren't there yet", () => {
    const known = new Set(reminders?.phrasings.map(({ text }) => text));
    for (const [, text] of texts) {
      const added = fences(text).find(({ body }) => body.startsWith("    - "))?.body ?? "";
      const lines = added.split("\n").filter((line) => line !== "");
      expect(lines).toHaveLength(3);
      for (const line of lines) expect(known).not.toContain(line.replace("    - ", ""));
    }
  });

  it("adds an entry that can be used as it stands, under the number that it is given", () => {
    expect(entryText).toContain("\nnumber: ");
    expect(problemsWith(entryText)).toEqual([]);
  });

  it("breaks it, and shows the error that comes of it", () => {
    const broken = entryText.replace("- eu-uk-difference", "- eu-uk-diference");
    const [problem, ...others] = problemsWith(broken);
    if (!problem) throw new Error("The broken entry has no problem.");
    expect(others).toEqual([]);
    const shown = { ...problem, file: `faq/${path}` };
    const outputs = fences(inEnglish).map(({ body }) => body);
    expect(outputs).toContain(`${formatText([shown], false)}1 error, 0 warnings.\n`);
  });

  it("explains a warning as the FAQ itself does", () => {
    const example = fences(inEnglish)
      .find(({ body }) => body.includes("# fine: "))
      ?.body.trim();
    expect(example).toBeDefined();
    expect(faq.some(({ text }) => text.includes(`${example}\n`))).toBe(true);
  });
});
