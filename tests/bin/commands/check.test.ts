// `faq check`: problems for a person and for a program.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { copyOfLibraryFaq, makeFolder, runFaq } from "../run-faq.ts";

const folder = makeFolder();
afterAll(folder.remove);
const check = (faq: string, ...args: string[]) =>
  runFaq(["check", "--faq", faq, ...args], { dataDir: folder.path });

/** A FAQ with nothing to find. */
function cleanFaq(): string {
  const faq = copyOfLibraryFaq();
  for (const entry of ["membership/membership-fee", "borrowing/how-many-books"]) repair(entry);
  for (const entry of ["borrowing/return-late", "visiting/opening-hours"]) repair(entry);
  return faq;

  function repair(entry: string): void {
    const [category = "", id = ""] = entry.split("/");
    writeFileSync(join(faq, category, `${id}.yaml`), entryWithSource(id));
  }
}

const entryWithSource = (id: string, more = "") => `question: {id: "${id}?", en: "What of ${id}?"}
short: {id: ${id}, en: ${id}}
answer: {id: Ya., en: "Yes."}
sources: [{title: Papan pengumuman}]
verified: 2026-11-23
phrasings:
  id: [apakah ${id} itu, tentang ${id}]
  en: [tell me of ${id}, about ${id}]
${more}`;

it("finds nothing in a FAQ that is in order", async () => {
  const faq = cleanFaq();
  const [plain, asJson] = await Promise.all([check(faq), check(faq, "--json")]);
  expect(plain).toEqual({ status: 0, stdout: "", stderr: "Nothing is wrong.\n" });
  expect(asJson).toEqual({ status: 0, stdout: "[]\n", stderr: "" });
});

it("ends with status 0 where it only has warnings", async () => {
  const faq = cleanFaq();
  writeFileSync(join(faq, "notes.yaml"), "what: ever\n");
  const { status, stdout, stderr } = await check(faq);
  expect(stdout).toContain(`${join(faq, "notes.yaml")}:1:1 warning: This file is not read.`);
  expect(stderr).toBe("0 errors, 1 warning.\n");
  expect(status).toBe(0);
});

it("gives every problem its place, rule, severity, message and remedy as JSON", async () => {
  const faq = cleanFaq();
  const file = join(faq, "visiting/opening-hours.yaml");
  writeFileSync(file, entryWithSource("opening-hours", "related: [no-such-entry]\n"));
  const { status, stdout, stderr } = await check(faq, "--json");
  expect(JSON.parse(stdout)).toEqual([
    {
      file,
      line: 9,
      column: 11,
      rule: expect.stringMatching(/^[a-z]+(-[a-z]+)*$/),
      severity: "error",
      message: expect.stringContaining("no-such-entry"),
      remedy: expect.stringMatching(/\.$/),
    },
  ]);
  expect(stderr).toBe("");
  expect(status).toBe(1);
});

it("names files as a person would, also where the folder's name ends with a slash", async () => {
  const faq = cleanFaq();
  writeFileSync(join(faq, "notes.yaml"), "what: ever\n");
  const { stdout } = await check(`${faq}/`);
  expect(stdout).toContain(`${join(faq, "notes.yaml")}:1:1`);
});
