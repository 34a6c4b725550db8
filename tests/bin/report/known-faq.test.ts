// A report names entries by their questions as far as the FAQ can be read.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { knownFaq } from "../../../bin/report/known-faq.ts";
import { copyOfLibraryFaq, libraryFaq } from "../run-faq.ts";

it("knows the question and the file of each entry", () => {
  const { name, languages, entries } = knownFaq(libraryFaq);
  expect(name).toEqual({ id: "Pustaka", en: "Pustaka" });
  expect(languages).toEqual(["id", "en"]);
  expect(entries.get("join")).toEqual({
    question: { id: "Bagaimana cara menjadi anggota?", en: "How do I become a member?" },
    file: join(libraryFaq, "membership/join.yaml"),
  });
});

it("knows the others where one file is broken", () => {
  const folder = copyOfLibraryFaq();
  mkdirSync(join(folder, "broken"));
  writeFileSync(join(folder, "broken/unfinished.yaml"), "answer: [");
  const { languages, entries } = knownFaq(folder);
  expect(languages).toEqual(["id", "en"]);
  expect(entries.has("unfinished")).toBe(false);
  expect(entries.has("join")).toBe(true);
});

it("knows nothing, and says so quietly, where there is no folder", () => {
  expect(knownFaq("/no/such/folder")).toEqual({ languages: [], entries: new Map() });
});
