// The rows of a report are the FAQ's entries, whatever state its files are in.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { faqEntries } from "../../../bin/report/faq-entries.ts";
import { copyOfLibraryFaq, libraryFaq } from "../run-faq.ts";

it("are named as the files in the FAQ's folders are, not as those beside them", () => {
  expect(faqEntries(libraryFaq)).toContain("return-late");
  expect(faqEntries(libraryFaq)).not.toContain("bot");
});

it("are there where the FAQ can't be used", () => {
  const folder = copyOfLibraryFaq();
  mkdirSync(join(folder, "broken"));
  writeFileSync(join(folder, "broken/unfinished.yaml"), "answer: [");
  expect(faqEntries(folder)).toContain("unfinished");
});

it("are none where there is no folder", () => {
  expect(faqEntries("/no/such/folder")).toEqual([]);
});
