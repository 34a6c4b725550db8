// What the command line says to wrong usage, and with which status it ends.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { copyOfLibraryFaq, libraryFaq, makeFolder, runFaq } from "./run-faq.ts";
import { runHere } from "./run-here.ts";

const folder = makeFolder();
afterAll(folder.remove);

const faq = (...args: string[]) => runHere(args, { DATA_DIR: folder.path });

it("ends its process with the status, and keeps what went wrong apart from results", async () => {
  const { status, stdout, stderr } = await runFaq(["fly"], { dataDir: folder.path });
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toContain("Unknown command 'fly'.");
});

describe("wrong usage ends with status 2, a sentence on stderr and nothing on stdout", () => {
  it.each<[string, string[], string]>([
    ["no question", ["ask"], "Give a question, or --jsonl"],
    ["a question and --jsonl at once", ["ask", "--jsonl", "buka?"], "Give a question, or --jsonl"],
    ["no message", ["words"], "Give the message"],
    ["an empty message", ["words", ""], "Give the message"],
    ["an unknown command", ["fly"], "Unknown command 'fly'."],
    ["an unknown option", ["ask", "--loud", "buka?"], "Unknown option '--loud'."],
    ["no command", [], "Usage: faq"],
    ["an unknown format", ["counts", "--format", "pdf"], 'can\'t be "pdf"'],
    ["something that is no day", ["counts", "--from", "yesterday"], '"yesterday" is not a day'],
    ["a day no calendar has", ["counts", "--to", "2026-02-30"], '"2026-02-30" is not a day'],
    [
      "days the wrong way round",
      ["counts", "--from", "2026-02-02", "--to", "2026-02-01"],
      "There is no day from",
    ],
    ["a folder for the report that isn't there", ["counts", "-o", "no/such/file"], "no/such/file"],
    ["no file to judge", ["eval"], "Missing required argument"],
    [
      "a file that can't be read",
      ["eval", "no-such.jsonl"],
      "no-such.jsonl can't be read: there is no such file.",
    ],
    ["a FAQ folder that isn't there", ["ask", "--faq", "no-such", "buka?"], '"no-such"'],
    ["one for check", ["check", "--faq", "no-such"], "--faq DIR"],
  ])("%s", async (_, args, sentence) => {
    const { status, stdout, stderr } = await faq(...args);
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(stdout).toBe("");
    expect(status).toBe(2);
  });
});

describe("--help", () => {
  it.each([
    [[], "Exit status: 0 fine, 1 problems found, 2 wrong usage."],
    [["ask"], "--jsonl"],
    [["words"], "--json"],
    [["check"], "--json"],
    [["eval"], "<file.jsonl>"],
    [["counts"], "--raw"],
    [["serve"], "PORT"],
    [["build"], "dist/webhook"],
  ])("of %j says what there is and ends with status 0", async (command, part) => {
    const { status, stdout, stderr } = await faq(...command, "--help");
    expect(stdout).toContain(part);
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });
});

describe("a broken FAQ", () => {
  it.each([
    ["ask", ["ask", "buka jam berapa"]],
    ["words", ["words", "buka jam berapa"]],
    ["check", ["check"]],
    ["eval", ["eval", "QUESTIONS"]],
    ["serve", ["serve"]],
  ])("ends %s with status 1, the place of the problem and its remedy", async (_, args) => {
    const broken = copyOfLibraryFaq();
    writeFileSync(
      join(broken, "visiting/opening-hours.yaml"),
      "answer: {id: A, en: B}\nhours: 9\n",
    );
    const questions = join(folder.path, "questions.jsonl");
    writeFileSync(questions, '{"text":"buka?","lang":"id","topic":null}\n');
    const { status, stdout, stderr } = await runFaq(
      [...args.map((part) => (part === "QUESTIONS" ? questions : part)), "--faq", broken],
      { dataDir: folder.path, env: { PORT: "0" } },
    );
    expect(stdout + stderr).toMatch(
      /visiting\/opening-hours\.yaml:2:1 error: .*hours.* \([a-z-]+\)/,
    );
    expect(stdout + stderr).toContain("no-phrasings");
    expect(stderr).not.toMatch(/^ +at /m);
    expect(status).toBe(1);
  });
});

it("takes --faq before the command as well as after it", async () => {
  const before = await faq("--faq", libraryFaq, "check", "--json");
  const after = await faq("check", "--json", "--faq", libraryFaq);
  expect(before.status).toBe(0);
  expect(before).toEqual(after);
});
