// What the desk does while a thorough lesson is under way, and when it comes to no end.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { openDesk } from "../../../bin/desk/desk.ts";
import type { DeskMessage } from "../../../bin/desk/messages.ts";
import { learnInBackground } from "../../../bin/desk/thorough-lessons.ts";
import { UserError } from "../../../bin/user-error.ts";
import type { WorkshopState } from "../../../bin/workshop/state.ts";
import { makeFolder } from "../run-faq.ts";

vi.mock("../../../bin/desk/thorough-lessons.ts", () => ({ learnInBackground: vi.fn() }));

const models = makeFolder();
beforeEach(() => {
  vi.stubEnv("DATA_DIR", models.path);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.mocked(learnInBackground).mockReset();
});
afterAll(models.remove);

/** A desk with a FAQ of one entry, whose files a test may then save. */
async function open() {
  const { path, remove } = makeFolder();
  onTestFinished(remove);
  mkdirSync(join(path, "visiting"));
  const posted: DeskMessage[] = [];
  const look = () => vi.advanceTimersByTimeAsync(1000);
  const save = (name: string, text: string) => {
    writeFileSync(join(path, name), text);
    return look();
  };
  writeFileSync(join(path, "bot.yaml"), "languages: [en, id]\n");
  writeFileSync(join(path, "visiting/hours.yaml"), hours("At nine."));
  const desk = openDesk(path, { post: (message) => posted.push(message), sent: async () => {} });
  desk.show();
  await look();
  return {
    posted,
    save,
    state: () => posted.findLast(({ kind }) => kind === "state") as { state: WorkshopState },
  };
}

function entry(answer: string, phrasings: readonly string[]): string {
  const asked = `[${phrasings.join(", ")}]`;
  return `answer: {en: ${answer}, id: ${answer}}\nphrasings: {en: ${asked}, id: ${asked}}\n`;
}

const hours = (answer: string) => entry(answer, ["when do you open", "opening hours"]);
const dogs = (answer: string) => entry(answer, ["may I bring my dog", "are dogs welcome here"]);

it("shows an edited answer while so much is new that the FAQ is learnt anew", async () => {
  vi.mocked(learnInBackground).mockReturnValue(new Promise(() => {}));
  const { save, state } = await open();
  // No hasty lesson changes languages, nor their order.
  await save("bot.yaml", "languages: [id, en]\n");
  expect(state()).toMatchObject({ state: { learning: { kind: "anew" } } });
  await save("visiting/hours.yaml", hours("At ten."));
  expect(JSON.stringify(state())).toContain("At ten.");
  expect(learnInBackground).toHaveBeenCalledOnce();
});

it("tells of a lesson that came to no end, and learns the next change again", async () => {
  vi.mocked(learnInBackground).mockRejectedValue(new UserError("The lesson is over."));
  const { posted, save, state } = await open();
  await save("visiting/dogs.yaml", dogs("They may."));
  expect(posted).toContainEqual({
    kind: "note",
    message: expect.stringMatching(/^The lesson is over\. .* next change is learnt again\.$/),
  });
  expect(state()).toMatchObject({ state: { learning: { kind: "failed" } } });
  await save("visiting/dogs.yaml", dogs("They may come along."));
  expect(learnInBackground).toHaveBeenCalledTimes(2);
});
