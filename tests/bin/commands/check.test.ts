// `faq check`: problems for a person and for a program.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Command } from "commander";
import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";
import { addCheck } from "../../../bin/commands/check.ts";
import { type Changes, edit, faqFiles, hoursFile } from "../check/good-faq.ts";
import { makeFolder } from "../run-faq.ts";
import { runFaqHere } from "../run-here.ts";

const data = makeFolder();
afterAll(data.remove);

/** Shortly after the answers of the good FAQ were checked, on a morning when UTC has yesterday. */
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-27T08:00:00") });
});
afterEach(() => {
  vi.useRealTimers();
});

let made = 0;
function writeFaq(changes: Changes = {}): string {
  const folder = join(data.path, `faq-${made++}`);
  for (const { path, text } of faqFiles(changes)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** In this process; what it prints and how it would end. */
async function check(faq: string, ...args: string[]) {
  const stdout = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const stderr = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const program = new Command("faq").option("--faq <dir>", "", "faq").exitOverride();
  addCheck(program);
  const written = (to: typeof stdout) => to.mock.calls.map(([text]) => text).join("");
  try {
    await program.parseAsync(["--faq", faq, "check", ...args], { from: "user" });
    return { status: process.exitCode ?? 0, stdout: written(stdout), stderr: written(stderr) };
  } finally {
    process.exitCode = undefined;
    stdout.mockRestore();
    stderr.mockRestore();
  }
}

const withNotes = { "notes.yaml": "what: ever\n" };
const withBadLink = edit(hoursFile, ["[how-many-books]", "[how-many-loans]"]);
const withoutNumber = edit(hoursFile, ["number: 1\n", ""]);

it("finds nothing in a FAQ that is in order", async () => {
  const faq = writeFaq();
  expect(await check(faq)).toEqual({ status: 0, stdout: "", stderr: "Nothing is wrong.\n" });
  expect(await check(faq, "--json")).toEqual({ status: 0, stdout: "[]\n", stderr: "" });
});

it("tells a person where, what and what to do, from the command line", async () => {
  const faq = writeFaq(withBadLink);
  const { status, stdout, stderr } = await runFaqHere(["check", "--faq", `${faq}/`], {
    dataDir: data.path,
  });
  expect(stdout).toBe(
    `${join(faq, hoursFile)}:19:11 error: There is no entry "how-many-loans". (unknown-related)\n    Did you mean "how-many-books"?\n`,
  );
  expect(stderr).toBe("1 error, 0 warnings.\n");
  expect(status).toBe(1);
});

it("ends with status 0 where it only has warnings, unless it is told how many are too many", async () => {
  const faq = writeFaq(withNotes);
  const { status, stdout, stderr } = await check(faq);
  expect(stdout).toContain(`${join(faq, "notes.yaml")}:1:1 warning: This file is not read.`);
  expect(stderr).toBe("0 errors, 1 warning.\n");
  expect(status).toBe(0);
  expect((await check(faq, "--strict")).status).toBe(1);
  expect((await check(faq, "--max-warnings", "0")).status).toBe(1);
  expect((await check(faq, "--max-warnings", "1")).status).toBe(0);
});

it("gives every problem its place, rule, severity, message and remedy as JSON", async () => {
  const faq = writeFaq({ ...withBadLink, ...withNotes });
  const { status, stdout, stderr } = await check(faq, "--json");
  expect(JSON.parse(stdout)).toEqual([
    {
      file: join(faq, "notes.yaml"),
      line: 1,
      column: 1,
      rule: "unknown-file",
      severity: "warning",
      message: "This file is not read.",
      remedy: expect.stringMatching(/\.$/),
    },
    {
      file: join(faq, hoursFile),
      line: 19,
      column: 11,
      rule: "unknown-related",
      severity: "error",
      message: expect.stringContaining("how-many-loans"),
      remedy: expect.stringMatching(/\?$/),
    },
  ]);
  expect(stderr).toBe("");
  expect(status).toBe(1);
  expect((await check(faq, "--format", "json")).stdout).toBe(stdout);
});

it("mends, tells what, and leaves a FAQ with nothing to mend", async () => {
  const faq = writeFaq(withoutNumber);
  const file = join(faq, hoursFile);
  const before = readFileSync(file, "utf8");

  const found = await check(faq, "--json");
  expect(JSON.parse(found.stdout)).toMatchObject([{ fix: 'adds "number: 1"' }]);
  expect((await check(faq)).stderr).toBe("0 errors, 1 warning. --fix would mend 1.\n");

  const dry = await check(faq, "--fix", "--dry-run");
  expect(dry.stderr).toBe(
    `${file}:1 adds "number: 1" (no-number)\nThat would be 1 change in 1 file; nothing was written. It would leave:\n\nNothing is wrong.\n`,
  );
  expect(readFileSync(file, "utf8")).toBe(before);

  const { stderr } = await check(faq, "--fix");
  expect(stderr).toBe(
    `${file}:1 adds "number: 1" (no-number)\nMade 1 change in 1 file.\n\nNothing is wrong.\n`,
  );
  expect(readFileSync(file, "utf8")).toBe(
    Object.values(edit(hoursFile, ["number: 1", "number: 1"]))[0],
  );
  expect((await check(faq, "--fix")).stderr).toContain("Nothing can be mended without you.\n");
});

it("shows what is explained only when asked to", async () => {
  const faq = writeFaq(edit(hoursFile, ["2026-11-23", "2021-05-15 # fine: stale, it is over"]));
  const short = await check(faq, "--strict");
  expect(short).toEqual({
    status: 0,
    stdout: "",
    stderr: "Nothing is wrong. 1 finding explained; --all shows them.\n",
  });
  const { stdout, stderr } = await check(faq, "--all");
  expect(stdout).toContain("20:11 explained: This answer was last checked 2022 days ago");
  expect(stdout).toContain("Fine: it is over");
  expect(stderr).toBe("Nothing is wrong.\n");
});

it("takes the days after which an answer is stale", async () => {
  const faq = writeFaq();
  expect((await check(faq, "--stale-after", "4")).stdout).toBe("");
  expect((await check(faq, "--stale-after", "3")).stdout.match(/\(stale\)/g)).toHaveLength(3);
});

it("says what it can't be asked", async () => {
  const faq = writeFaq();
  await expect(check(faq, "--dry-run")).rejects.toMatchObject({
    message: "--dry-run needs --fix: it tells what that would do.",
    exitCode: 2,
  });
  await expect(check(faq, "--max-warnings", "few")).rejects.toThrow("It takes a whole number.");
  await expect(check(`${faq}-not`)).rejects.toMatchObject({ exitCode: 2 });
});
