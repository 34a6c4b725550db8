// A language is prepared beside a FAQ that works on, and taken in when it is whole.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Document, parseDocument, stringify } from "yaml";
import { addLanguage } from "../../../bin/edit/add-language.ts";
import { languageEdits } from "../../../bin/edit/finish-language.ts";
import { type LanguageSlot, languageSlots } from "../../../bin/edit/language-slots.ts";
import { applyEdits } from "../../../bin/edit/text-edit.ts";
import { readFaqFolder } from "../../../bin/faq-folder.ts";
import { readFolder } from "../../../bin/open-faq.ts";
import { schemasFor, staleSchemas } from "../../../bin/schema/write-schemas.ts";
import { readFaq } from "../../../functions/webhook/faq/read.ts";
import type { Value } from "../../../functions/webhook/faq/shape.ts";
import type { FaqFile } from "../../../functions/webhook/faq/yaml.ts";
import { faqFiles } from "../../faq/small-faq.ts";
import { copyOfLibraryFaq, libraryFaq, root } from "../run-faq.ts";

/** Something for a slot: short, its own, and awkward to write as YAML. */
function valueFor({ file, path, kind }: LanguageSlot): Value {
  const name = createHash("sha256")
    .update([file, ...path].join())
    .digest("hex")
    .slice(0, 8);
  return kind === "phrasings" ? [`piye ${name}?`, `- ${name}, #1`] : `Ya: '${name}'`;
}

/** Everything that is asked for but where `without` says no. */
function filledSheet(faq: string, without: (slot: LanguageSlot) => boolean = () => false): void {
  const sheet = new Document({});
  for (const slot of languageSlots(readFolder(faq).files, "jv")) {
    if (!without(slot)) sheet.setIn([slot.file, ...slot.path, "jv"], valueFor(slot));
  }
  writeFileSync(join(faq, ".languages/jv.yaml"), sheet.toString());
}

function snapshot(faq: string): FaqFile[] {
  return readFolder(faq).files;
}

describe("a language that is added", () => {
  it("is asked for in a sheet, text by text, and the FAQ stays as it is", () => {
    const faq = copyOfLibraryFaq();
    const before = snapshot(faq);
    const { results, exitCode } = addLanguage(faq, "jv", {});
    expect(snapshot(faq)).toEqual(before);
    expect(exitCode).toBe(0);
    expect(results.at(-1)).toMatch(
      /\nIn "jv" there are 0 of \d+ texts, 0 of 1 titles of sources and 0 of 8 lists of phrasings\.$/,
    );
    const asked = new Set(languageSlots(before, "jv").map(({ file }) => file));
    expect(results[0]).toContain(`Not begun: ${asked.size} files of the FAQ.`);

    const sheet = readFileSync(join(faq, ".languages/jv.yaml"), "utf8");
    expect(sheet).toMatch(/^visiting\/opening-hours\.yaml:$/m);
    expect(sheet).toContain("      # en: Sorry, I don't have an answer to that.\n      jv:\n");
    const written = parseDocument(sheet, { schema: "failsafe" }).toJS();
    for (const { file, path } of languageSlots(before, "jv")) {
      const place = path.reduce((part, key) => part[key], written[file]);
      expect(place).toEqual({ jv: "" });
    }
    expect(JSON.parse(readFileSync(join(faq, ".languages/jv.schema.json"), "utf8"))).toMatchObject({
      properties: { "bot.yaml": { properties: { name: { required: ["jv"] } } } },
    });
  });

  it("is taken in as a whole, with its schemas, and the sheet goes", () => {
    const faq = copyOfLibraryFaq();
    addLanguage(faq, "jv", {});
    filledSheet(faq);
    expect(addLanguage(faq, "jv", {}).notes.at(-1)).toContain("add-language jv --finish");
    expect(addLanguage(faq, "jv", { finish: true })).toMatchObject({ exitCode: 0 });
    const { reading, files } = readFolder(faq);
    if (reading.kind === "problems") throw new Error(JSON.stringify(reading.problems));
    expect(reading.faq.bot.languages).toEqual(["id", "en", "jv"]);
    for (const { answer, phrasings } of reading.faq.entries) {
      expect(answer.jv).toMatch(/^Ya: '\w{8}'$/);
      expect(phrasings.filter(({ language }) => language === "jv")).toHaveLength(3);
    }
    expect(staleSchemas(schemasFor(files, faq), faq)).toEqual([]);
    expect(existsSync(join(faq, ".languages"))).toBe(false);
    expect(addLanguage(faq, "jv", { list: true }).notes[0]).toBe('"jv" is whole.');
  });

  it("is not taken in while a text is missing or too long, and nothing is changed", () => {
    const faq = copyOfLibraryFaq();
    addLanguage(faq, "jv", {});
    filledSheet(faq, ({ path }) => path.join(".") === "messages.fallback");
    const sheet = join(faq, ".languages/jv.yaml");
    const long = readFileSync(sheet, "utf8").replace(/Ya: '\w{8}'/, "Y".repeat(200));
    writeFileSync(sheet, long);
    const before = snapshot(faq);
    const { results, notes, exitCode } = addLanguage(faq, "jv", { finish: true });
    expect(exitCode).toBe(1);
    expect(results[0]).toMatch(/^bot\.yaml: \d+ of \d+ done; left: messages\.fallback$/m);
    expect(results[1]).toMatch(/jv\.yaml:\d+:\d+ error: This text has 200 characters; at most/);
    expect(notes.at(-1)).toBe(
      "Nothing has been changed: 2 texts are not there yet, or can't be used.",
    );
    expect(snapshot(faq)).toEqual(before);
  });

  it("is not taken in if the FAQ could not be used with it, and nothing is changed", () => {
    const faq = copyOfLibraryFaq();
    addLanguage(faq, "jv", {});
    filledSheet(faq);
    const sheet = join(faq, ".languages/jv.yaml");
    writeFileSync(sheet, readFileSync(sheet, "utf8").replace(/piye \w{8}/g, "piye kuwi"));
    const before = snapshot(faq);
    expect(() => addLanguage(faq, "jv", { finish: true })).toThrow(
      /duplicate-phrasing[\s\S]*Nothing has been/,
    );
    expect(snapshot(faq)).toEqual(before);
  });

  it("may come without phrasings, and that is said", () => {
    const faq = copyOfLibraryFaq();
    addLanguage(faq, "jv", {});
    filledSheet(faq, ({ kind }) => kind === "phrasings");
    expect(addLanguage(faq, "jv", { finish: true }).notes[0]).toMatch(
      /^8 lists of phrasings are empty/,
    );
    const { results } = addLanguage(faq, "jv", { list: true });
    expect(results[0]).toMatch(/phrasings \(line \d+\)/);
    expect(results[0]).toMatch(/ 0 of 8 lists of phrasings\.$/);
  });

  it("whose sheet can't be read has lost nothing, and that is said", () => {
    const faq = copyOfLibraryFaq();
    addLanguage(faq, "jv", {});
    filledSheet(faq);
    const sheet = join(faq, ".languages/jv.yaml");
    writeFileSync(sheet, `${readFileSync(sheet, "utf8")}visiting: opo: iki\n`);
    for (const finish of [false, true]) {
      const { results, notes, exitCode } = addLanguage(faq, "jv", { finish });
      expect(results).toHaveLength(1);
      expect(results[0]).toContain("jv.yaml:");
      expect(notes[0]).toMatch(/^Nothing is lost/);
      expect(notes[1]).toBe(finish ? "Nothing has been changed." : undefined);
      expect(exitCode).toBe(1);
    }
  });

  it("may come without titles of sources: those of the first language stand in", () => {
    const faq = copyOfLibraryFaq();
    addLanguage(faq, "jv", {});
    filledSheet(faq, ({ kind }) => kind === "title");
    expect(addLanguage(faq, "jv", { finish: true }).notes[0]).toBe(
      '1 source has no title in "jv": the one in "id" stands in.',
    );
    expect(readFileSync(join(faq, "membership/join.yaml"), "utf8")).toContain(
      'en: "Notice board, November 2026", jv: "Papan pengumuman, November 2026"}',
    );
  });

  it("is asked for what the FAQ has gained since, and told what it has lost", () => {
    const faq = copyOfLibraryFaq();
    addLanguage(faq, "jv", {});
    const sheet = join(faq, ".languages/jv.yaml");
    const file = "visiting/opening-hours.yaml";
    const written = readFileSync(sheet, "utf8")
      .replace(new RegExp(`\n${file}:[\\s\\S]*?\n(?=\n|$)`), "")
      .replace(/ {2}short:[\s\S]*?jv:\n/, "")
      .concat("visiting/parking.yaml:\n  answer:\n    jv: Ya.\n");
    writeFileSync(sheet, written);
    const { notes } = addLanguage(faq, "jv", {});
    expect(notes[0]).toMatch(/no place for this text\. visiting\/parking\.yaml: answer\.jv$/);
    const asked = parseDocument(readFileSync(sheet, "utf8"), { schema: "failsafe" });
    expect(asked.errors).toEqual([]);
    for (const slot of languageSlots(snapshot(faq), "jv")) {
      expect(asked.hasIn([slot.file, ...slot.path, "jv"]), slot.path.join()).toBe(true);
    }
  });

  it("is listed without anything being written", () => {
    const faq = copyOfLibraryFaq();
    expect(addLanguage(faq, "jv", { list: true }).results[0]).toContain(" 0 of 8 lists");
    expect(existsSync(join(faq, ".languages"))).toBe(false);
  });

  it.each(["Jawa", "j", "mixed", "jv_ID"])("can't be %s", (code) => {
    expect(() => addLanguage(libraryFaq, code, {})).toThrow(/is no language code/);
  });

  it("can't be one that there is, nor go into a FAQ with errors", () => {
    expect(() => addLanguage(libraryFaq, "en", { finish: true })).toThrow(/already/);
    const faq = copyOfLibraryFaq();
    writeFileSync(join(faq, "visiting/parking.yaml"), "phrasings: {en: [may I park]}\n");
    expect(() => addLanguage(faq, "jv", {})).toThrow(/"answer" is missing/);
  });
});

describe("the files of the FAQ", () => {
  const withWindowsLines = (files: readonly FaqFile[]) =>
    files.map(({ path, text }) => ({ path, text: `\ufeff${text.replaceAll("\n", "\r\n")}` }));
  const faqs: readonly [string, readonly FaqFile[]][] = [
    ["the bot's own", readFaqFolder(join(root, "faq"))],
    ["the library", readFaqFolder(libraryFaq)],
    ["the library, as Windows writes it", withWindowsLines(readFaqFolder(libraryFaq))],
  ];

  it.each(faqs)("keep every other character, and every other text: %s", (_, files) => {
    const reading = readFaq(files);
    if (reading.kind === "problems") throw new Error("This FAQ has problems.");
    const { languages } = reading.faq.bot;
    const slots = languageSlots(files, "jv");
    const filled = slots.map((slot) => ({ slot, value: valueFor(slot) }));
    const edits = languageEdits(files, "jv", languages, filled);
    for (const { path, edits: inFile } of edits) {
      const text = files.find((file) => file.path === path)?.text ?? "";
      const edited = applyEdits(text, inFile);
      const empty = inFile.map((edit) => ({ ...edit, text: "" }));
      expect(applyEdits(text, empty), path).toBe(text);
      const read = parseDocument(edited.replace(/^\ufeff/, ""), { schema: "failsafe" });
      for (const slot of slots.filter(({ file }) => file === path)) {
        const place = [...slot.path, "jv"];
        const got = read.getIn(place, true);
        expect(JSON.stringify(got)).toBe(JSON.stringify(valueFor(slot)));
        read.deleteIn(place);
      }
      if (path === "bot.yaml") read.deleteIn(["languages", languages.length]);
      const before = parseDocument(text.replace(/^\ufeff/, ""), { schema: "failsafe" });
      expect(stringify(read.toJS())).toBe(stringify(before.toJS()));
    }
  });
});

it("a reply that is always in one language is not asked for in another", () => {
  const bot = `languages: [id, en]
smalltalk:
  english: {language: en, phrasings: {id: [inggris]}, reply: {en: "Yes."}}
  greeting: {phrasings: {id: [halo]}, reply: {id: Halo, en: Hello}}
`;
  const slots = languageSlots(faqFiles({ "bot.yaml": bot }), "jv");
  expect(slots.filter(({ file }) => file === "bot.yaml").map(({ path }) => path.join("."))).toEqual(
    ["smalltalk.english.phrasings", "smalltalk.greeting.phrasings", "smalltalk.greeting.reply"],
  );
});

it("a source's title is asked for where the FAQ has one for each language", () => {
  const slots = languageSlots(readFaqFolder(libraryFaq), "jv");
  const ofSources = slots.filter(({ path }) => path[0] === "sources");
  expect(ofSources.map(({ file, path, line }) => [file, path.join("."), line])).toEqual([
    ["membership/join.yaml", "sources.1.title", 9],
  ]);
});
