// What becomes of a desk and a lesson whose process ends, and of what it said before anybody listened.
import { fork } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, expect, it, onTestFinished, vi } from "vitest";
import { startDesk } from "../../../bin/desk/start-desk.ts";
import { learnInBackground } from "../../../bin/desk/thorough-lessons.ts";
import { encodeModel } from "../../../functions/webhook/matching/model-file.ts";
import { train } from "../../../functions/webhook/training/train.ts";
import { tinyFaq } from "../../training/tiny-faq.ts";
import { makeFolder } from "../run-faq.ts";

const folder = makeFolder();
afterAll(folder.remove);
afterEach(() => vi.restoreAllMocks());

const script = vi.hoisted(() => ({ path: "" }));
vi.mock("../../../bin/desk/fork-script.ts", () => ({
  forkScript: () => fork(script.path, { serialization: "advanced", execArgv: [] }),
}));

/** What stands in for the desk's script, or the lesson's. */
function beScript(text: string): void {
  script.path = join(folder.path, "script.mjs");
  writeFileSync(script.path, text);
}

const killed = {
  name: "UserError",
  message: expect.stringMatching(/could not be learnt.*\(SIGKILL\).*too little memory/),
};

it("does not start where its process is killed, and says what that mostly means", async () => {
  beScript('process.kill(process.pid, "SIGKILL");');
  const desk = startDesk("faq", () => {});
  onTestFinished(desk.stop);
  await expect(desk.first).rejects.toMatchObject(killed);
});

it("tells of a lesson whose process is killed what that mostly means", async () => {
  beScript('process.once("message", () => process.kill(process.pid, "SIGKILL"));');
  await expect(learnInBackground(tinyFaq)).rejects.toMatchObject(killed);
});

it("tells of a lesson that fails with which status it ended", async () => {
  beScript('process.once("message", () => process.exit(3));');
  await expect(learnInBackground(tinyFaq)).rejects.toMatchObject({
    name: "UserError",
    message: expect.stringContaining("(status 3)"),
  });
});

it("hears what the desk says between its first FAQ and the moment that it is followed", async () => {
  const terminal = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const model = join(folder.path, "model.bin");
  writeFileSync(model, encodeModel(train(tinyFaq)));
  beScript(`import { readFileSync } from "node:fs";
const model = readFileSync(${JSON.stringify(model)});
process.send({ kind: "faq", faq: { faq: {}, build: "first" }, model, isHasty: false });
process.send({ kind: "note", message: "An invented note." });
process.on("message", () => {});
`);
  const desk = startDesk("faq", () => {});
  onTestFinished(desk.stop);
  expect((await desk.first).build).toBe("first");
  await new Promise((resolve) => setTimeout(resolve, 50));
  desk.follow(() => {});
  await expect.poll(() => terminal.mock.calls.flat()).toContain("An invented note.\n");
});
