// What a file of the FAQ holds can't steer the terminal that it is told on.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { FaqProblems, readGoodFaq } from "../../bin/open-faq.ts";
import { visible } from "../../bin/visible.ts";
import { copyOfLibraryFaq } from "./run-faq.ts";
import { runHere } from "./run-here.ts";

it("replaces what steers a terminal or turns a line round, and leaves line breaks", () => {
  expect(visible("a\u001b[31mb\u202ec\u2028d\re\n\u00e9👋🏽")).toBe("a�[31mb�c�d�e\né👋🏽");
});

function faqWithOddKey(): string {
  const faq = copyOfLibraryFaq();
  writeFileSync(join(faq, "visiting/parking.yaml"), '"\\e[2J\\e[31mowned": x\n');
  return faq;
}

it("holds of what check finds; its own colours stay", async () => {
  const args = ["--faq", faqWithOddKey(), "check"];
  const { stdout } = await runHere(args, { NO_COLOR: "1", FORCE_COLOR: "0" });
  expect(stdout).toContain("�[2J�[31mowned");
  expect(stdout).not.toContain("\u001b");
  const coloured = await runHere(args, { FORCE_COLOR: "1" });
  expect(coloured.stdout).toContain("�[2J�[31mowned");
  expect(coloured.stdout).toContain("\u001b[31merror:");
});

it("holds of what keeps a FAQ from being used", () => {
  const faq = faqWithOddKey();
  expect(() => readGoodFaq(faq)).toThrow(FaqProblems);
  expect(() => readGoodFaq(faq)).toThrow("�[2J�[31mowned");
});

it("holds of a language that is being prepared", async () => {
  const faq = copyOfLibraryFaq();
  await runHere(["--faq", faq, "add-language", "jv"]);
  const sheet = join(faq, ".languages/jv.yaml");
  writeFileSync(sheet, '"\\e[2J": {jv: x}\nbot.yaml:\n  "\\e[31m": {jv: x}\n');
  const { stdout, stderr } = await runHere(["--faq", faq, "add-language", "jv", "--list"]);
  expect(stdout + stderr).toContain("�[31m");
  expect(stdout + stderr).not.toContain("\u001b");
});
