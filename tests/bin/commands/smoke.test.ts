// `faq smoke`: what a person sees of it, and its exit status.
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { expect, it, onTestFinished } from "vitest";
import { addSmoke } from "../../../bin/commands/smoke.ts";
import { serveEvents } from "../../../bin/local-events.ts";
import { trainBot } from "../../fixtures/bot.ts";
import { handlerUnderTest } from "../../handler-under-test.ts";
import { libraryFaq, makeFolder, root, runFaq } from "../run-faq.ts";

async function startBot(): Promise<string> {
  const { handler } = handlerUnderTest({ data: trainBot() });
  const { port, close } = await serveEvents(handler, 0);
  onTestFinished(close);
  return `http://localhost:${port}/`;
}

/** A folder from which the command can be run, where nothing was built. */
function projectWithoutBuild(): string {
  const { path, remove } = makeFolder();
  onTestFinished(remove);
  for (const part of ["bin", "node_modules"]) symlinkSync(join(root, part), join(path, part));
  return path;
}

it("prints a line for each check with its time, and ends with 0 where all is well", async () => {
  const cwd = projectWithoutBuild();
  const args = ["smoke", await startBot(), "--faq", libraryFaq];
  const { status, stdout, stderr } = await runFaq(args, { dataDir: cwd, cwd });
  expect([status, stderr]).toEqual([0, ""]);
  const lines = stdout.trimEnd().split("\n");
  expect(lines[0]).toMatch(/^ok {7}The bot answers, with build test\. \(\d+ ms\)$/);
  expect(lines).toHaveLength(6);
});

it("ends with 1 where something is wrong, each problem with a next step, as JSON on request", async () => {
  const cwd = projectWithoutBuild();
  mkdirSync(join(cwd, "dist/webhook"), { recursive: true });
  writeFileSync(join(cwd, "dist/webhook/pages.json"), '{"build": "newer"}');
  const args = ["smoke", await startBot(), "--faq", libraryFaq, "--json"];
  const { status, stdout } = await runFaq(args, { dataDir: cwd, cwd });
  const { isSound, checks } = JSON.parse(stdout);
  expect([status, isSound, checks.length]).toEqual([1, false, 6]);
  expect(checks[0]).toEqual({
    state: "problem",
    what: "Another build answers: test, not newer, which is in dist/webhook.",
    next: expect.stringContaining("npx cdk deploy"),
    ms: expect.any(Number),
  });
});

it.each([
  [["http://bot.example.org"], /is not an address/],
  [["bot.example.org"], /is not an address/],
  [["https://bot.example.org", "--wait", "a minute"], /--wait takes whole seconds/],
  [["https://bot.example.org", "--wait", "3601"], /--wait takes whole seconds/],
])("%j is wrong usage", async (args, sentence) => {
  const program = new Command().exitOverride();
  addSmoke(program);
  await expect(program.parseAsync(["smoke", ...args], { from: "user" })).rejects.toMatchObject({
    message: expect.stringMatching(sentence),
    exitCode: 2,
  });
});
