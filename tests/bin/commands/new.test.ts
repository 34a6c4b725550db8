// `faq new`: a file that is begun, and what is said about it.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { readFolder } from "../../../bin/open-faq.ts";
import { copyOfLibraryFaq, makeFolder } from "../run-faq.ts";
import { runFaqHere } from "../run-here.ts";

const folder = makeFolder();
afterAll(folder.remove);

it("begins an entry in a new topic, with the schemas that its first line names", async () => {
  const faq = copyOfLibraryFaq();
  const titles = ["--category-title", "id=Acara", "--category-title", "en=Events"];
  const args = ["new", "events/story-hour", "--question", "en=When is the story hour?", ...titles];
  const { status, stdout, stderr } = await runFaqHere(["--faq", faq, ...args], {
    dataDir: folder.path,
  });
  expect({ status, stdout }).toEqual({
    status: 0,
    stdout: `${join(faq, "events/story-hour.yaml")}\n`,
  });
  expect(stderr).toContain(`faq -- --faq ${faq} check`);

  const text = readFileSync(join(faq, "events/story-hour.yaml"), "utf8");
  const [, schema = ""] = /\$schema=(\S+)\n/.exec(text) ?? [];
  expect(existsSync(join(faq, "events", schema))).toBe(true);
  expect(text).toContain("  en: When is the story hour?\n");
  expect(readFileSync(join(faq, "bot.yaml"), "utf8")).toMatch(/ {2}events:\n {4}id: Acara\n/);
  const { reading } = readFolder(faq);
  const problems = reading.kind === "problems" ? reading.problems : [];
  const broken = problems.filter(({ severity }) => severity === "error").map(({ file }) => file);
  expect(new Set(broken)).toEqual(new Set(["events/story-hour.yaml"]));
});

it("changes nothing if the entry can't be begun", async () => {
  const faq = copyOfLibraryFaq();
  const before = readFolder(faq).files;
  const { status, stdout, stderr } = await runFaqHere(["--faq", faq, "new", "visiting/join"], {
    dataDir: folder.path,
  });
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toContain(`There is an entry "join" already`);
  expect(readFolder(faq).files).toEqual(before);
});

it("says what is in the way where the topic's folder can't be made, and changes nothing", async () => {
  const faq = copyOfLibraryFaq();
  writeFileSync(join(faq, "events"), "");
  const before = readFolder(faq).files;
  const titles = ["--category-title", "id=Acara", "--category-title", "en=Events"];
  const run = await runFaqHere(["--faq", faq, "new", "events/story-hour", ...titles], {
    dataDir: folder.path,
  });
  const sentence = `${join(faq, "events")} can't be written: a file of that name is in its place.\n`;
  expect(run).toEqual({ status: 2, stdout: "", stderr: sentence });
  expect(readFolder(faq).files).toEqual(before);
});
