// Every file and every test that a document names is there.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { documents, inlineCode, readDocument, root, withoutFences } from "./documents.ts";

/** Whoever reads is told to make these. */
const made = [
  ...["faq/facebook-data/hamburg-order.yaml", "faq/.languages/jv.yaml"],
  ...["docs/adr/0015-what-is-decided.md", "dist/sbom.cdx.json"],
];
const namesFile = (code: string) =>
  /^[\w.-]+(\/[\w.-]+)+\.(ts|yaml|yml|jsonl?|md|svg|png)$/.test(code) ||
  /^(bin|functions|lib|tests|faq|docs)\/[\w./-]+$/.test(code);

function missingFiles(page: string, markdown: string): string[] {
  // The function's own files are named from its folder, a page's neighbours from the page's.
  const folders = [".", "functions/webhook", dirname(page)].map((folder) => join(root, folder));
  return inlineCode(markdown)
    .filter((code) => namesFile(code) && !made.includes(code))
    .filter((code) => !folders.some((folder) => existsSync(join(folder, code))));
}

it.each(documents)("of %s", (page) => {
  expect(missingFiles(page, readDocument(page))).toEqual([]);
});

it("is told from one that isn't", () => {
  const text = "`tests/nowhere` `lib/watch.ts` `counts/journey.ts` `counts/nowhere.ts` `a/b`";
  expect(missingFiles("README.md", text)).toEqual(["tests/nowhere", "counts/nowhere.ts"]);
});

describe("a test that a promise rests on", () => {
  const page = withoutFences(readDocument("docs/what-jelas-promises.md"));
  const named = [...page.matchAll(/`(tests\/[\w./-]+\.ts)` "([^"]+)"/g)];

  it("is named often", () => {
    expect(named.length).toBeGreaterThan(8);
  });

  it.each(named.map(([, file = "", name = ""]) => [file, name] as const))(
    "is in %s: %s",
    (file, name) => {
      // An ellipsis stands for the rest of the name, a row of numbers for a table's.
      const begin = name.replace(/…$/, "").replace(/^.*\d+ \/ \d+/, "");
      expect(readDocument(file)).toContain(begin.trim());
    },
  );
});
