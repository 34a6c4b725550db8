// `faq diff`: an edit of the library's FAQ, from the command line.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { addDiff } from "../../../bin/commands/diff.ts";
import { makeRepository, type Repository } from "../diff/repository.ts";
import { libraryFaq, makeFolder } from "../run-faq.ts";
import { runFaqHere } from "../run-here.ts";

const data = makeFolder();
let repository: Repository;
let faq: string;
let questions: string;

beforeAll(() => {
  repository = makeRepository();
  faq = join(repository.path, "faq");
  questions = join(repository.path, "questions.jsonl");
  repository.write("README.md", "before any FAQ");
  repository.commit();
  cpSync(libraryFaq, faq, { recursive: true });
  const rows = [
    { text: "buka jam berapa", lang: "id", topic: "opening-hours" },
    { text: "is membership free", lang: "en", topic: "membership-fee" },
    { text: "how do I cook rendang", lang: "en", topic: null },
  ];
  writeFileSync(questions, rows.map((row) => JSON.stringify(row)).join("\n"));
  repository.commit();
});
afterAll(() => {
  repository.remove();
  data.remove();
});

beforeEach(() => vi.stubEnv("DATA_DIR", data.path));
afterEach(() => {
  vi.unstubAllEnvs();
  repository.git("reset", "--quiet", "--hard");
  repository.git("clean", "--quiet", "--force", "-d");
});

/** In this process; what it prints and how it would end. */
async function diff(...args: string[]) {
  const stdout = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const stderr = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const program = new Command("faq").option("--faq <dir>", "", "faq").exitOverride();
  addDiff(program);
  const written = (to: typeof stdout) => to.mock.calls.map(([text]) => text).join("");
  try {
    await program.parseAsync(["--faq", faq, "diff", ...args], { from: "user" });
    return { status: process.exitCode ?? 0, stdout: written(stdout), stderr: written(stderr) };
  } finally {
    process.exitCode = undefined;
    vi.restoreAllMocks();
  }
}

function removeOpeningHours(): void {
  rmSync(join(faq, "visiting/opening-hours.yaml"));
  const naming = join(faq, "membership/renew-card.yaml");
  writeFileSync(naming, readFileSync(naming, "utf8").replace(/^related:.*$/m, ""));
}

it("goes from the last commit to the working tree, and leaves nothing behind", async () => {
  const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith("faq-diff-"));
  const before = left();
  removeOpeningHours();
  const args = ["--faq", faq, "diff", "--questions", questions, "--format", "json"];
  const { status, stdout, stderr } = await runFaqHere(args, { dataDir: data.path });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  const found = JSON.parse(stdout);
  expect(found.before).toMatchObject({ revision: "HEAD", wasThere: true });
  expect(found.entries.removed).toMatchObject([{ id: "opening-hours", category: "visiting" }]);
  expect(found.entries.changed).toMatchObject([{ id: "renew-card" }]);
  expect(found.questions.worse).toMatchObject([
    { text: "buka jam berapa", origin: "file", from: { outcome: "right" } },
  ]);
  expect(found.questions.totals.labelled).toMatchObject({ questions: 3, before: { right: 2 } });
  expect(left()).toEqual(before);
  expect(repository.git("status", "--short")).toBe(
    " M faq/membership/renew-card.yaml\n D faq/visiting/opening-hours.yaml\n",
  );
});

it("ends with status 1 for a question that got worse, where it is asked to", async () => {
  removeOpeningHours();
  const { status, stdout, stderr } = await diff("--fail-on-worse", "--questions", questions);
  expect(stdout).toContain('"buka jam berapa" (id; should be opening-hours)');
  expect(stderr).toBe("Worse than before: 1.\n");
  expect(status).toBe(1);
});

it("takes everything for new where there was no FAQ yet, and does without labelled questions", async () => {
  writeFileSync(questions, "");
  const { status, stdout } = await diff("HEAD~1", "--fail-on-worse", "--questions", questions);
  expect(stdout).toContain("There was no FAQ here at HEAD~1, so everything is new: 6 entries.");
  expect(stdout).toContain("only entries and their own questions are compared.");
  expect(stdout).toContain("canonical questions  before  after");
  expect(status).toBe(0);
});

it("tells the problems of either side as `faq check` does", async () => {
  const file = join(faq, "visiting/parking.yaml");
  writeFileSync(file, "phrasings: {en: [where do I park]}\n");
  const isBroken = await diff();
  repository.commit();
  rmSync(file);
  const wasBroken = await diff("HEAD", "--format", "json");
  repository.git("reset", "--quiet", "--hard", "HEAD~1");

  expect(isBroken.stdout).toContain(`${file}:1:1 error: `);
  expect(isBroken.stdout).toMatch(/The FAQ in .*faq can't be used: \d problems?\.\n$/);
  expect(isBroken.status).toBe(1);
  const { kind, sides } = JSON.parse(wasBroken.stdout);
  expect({ kind, names: sides.map(({ name }: { name: string }) => name) }).toEqual({
    kind: "broken",
    names: [`HEAD:${faq}`],
  });
  expect(wasBroken.status).toBe(1);
});

it("names the file and the line that is no labelled question, and a file that isn't there", async () => {
  const bad = join(repository.path, "bad.jsonl");
  writeFileSync(bad, '{"text": "halo", "lang": "id", "topic": null}\n{"text": 5}\n');
  await expect(diff("--questions", questions, bad)).rejects.toThrow(`${bad}: Line 2 is not`);
  await expect(diff("--questions", `${bad}x`)).rejects.toMatchObject({
    message: `${bad}x can't be read: there is no such file.`,
    exitCode: 2,
  });
});

it("finds the labelled questions of the current folder, and says which don't fit the FAQ", async () => {
  const rows = ["opening-hours", "moon", "mars"].map((topic) => ({
    text: topic,
    lang: "en",
    topic,
  }));
  const inFolder = "tests/questions/some.jsonl";
  repository.write(inFolder, rows.map((row) => JSON.stringify(row)).join("\n"));
  const was = process.cwd();
  process.chdir(repository.path);
  const { stdout } = await diff("--format", "json").finally(() => process.chdir(was));
  const { notes, questions: asked } = JSON.parse(stdout);
  expect(asked.totals.labelled.questions).toBe(3);
  expect(notes).toEqual([
    '2 labelled questions name an entry that neither FAQ has, such as "moon": correct the label, or add the entry.',
  ]);
});
