// Commands of the documents that cost little and ask nobody are run, on a small FAQ.
import { readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Repository } from "../bin/diff/repository.ts";
import { makeFolder } from "../bin/run-faq.ts";
import { runHere } from "../bin/run-here.ts";
import { makeSmallCopy } from "./small-copy.ts";
import { writtenFaqCalls } from "./written-calls.ts";

/** Others ask AWS, a platform or a running bot, or build what is deployed. */
const cheap = [
  ...["ask", "words", "check", "new", "add-language", "schema", "eval", "diff", "counts", "cost"],
  "channels",
];
/** These need more than their name, which stands alone in a sentence that tells of them. */
const withArguments = ["ask", "words", "new", "add-language", "eval"];
const isRunnable = ([name = "", ...args]: string[]) =>
  cheap.includes(name) &&
  !(withArguments.includes(name) && args.length === 0) &&
  !(name === "channels" && args[0] === "check") &&
  !args.some((word) => /[…$]|^(--jsonl|TEXT)$/.test(word));

const calls = writtenFaqCalls().filter(isRunnable);
const data = makeFolder();
const home = process.cwd();
let project: Repository;

beforeAll(() => {
  project = makeSmallCopy();
  process.chdir(project.path);
  vi.stubEnv("DATA_DIR", data.path);
});
afterAll(() => {
  process.chdir(home);
  vi.unstubAllEnvs();
  project.remove();
  data.remove();
});
afterEach(() => {
  project.git("reset", "--quiet", "--hard");
  project.git("clean", "--quiet", "--force", "-d");
});

describe("a command of the documents", () => {
  it("is found for all that can be done with the FAQ", () => {
    const names = new Set(calls.map(([name]) => name));
    expect([...names].sort()).toEqual([...cheap].sort());
  });

  it.each(calls.map((words) => [words.join(" "), words] as const))(
    "does what it should: %s",
    async (_, words) => {
      const { status, stdout, stderr } = await runHere(words);
      const report = words[words.indexOf("-o") + 1] ?? "";
      const text = `${stdout}${stderr}` || readFileSync(report, "utf8");
      expect(text).not.toMatch(/^ +at .+:\d+:\d+\)?$/m);
      // Texts of the new language are still to be written.
      const expected = words.includes("--finish") ? 1 : 0;
      expect([status, status === expected ? "" : text]).toEqual([expected, ""]);
    },
  );
});
