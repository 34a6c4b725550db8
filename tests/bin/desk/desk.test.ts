// The desk: what it hands over after a save, and what it has to show of it.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from "vitest";
import { startDesk } from "../../../bin/desk/start-desk.ts";
import type { OpenFaq } from "../../../bin/open-faq.ts";
import type { WorkshopState } from "../../../bin/workshop/state.ts";
import { createMatcher } from "../../../functions/webhook/matching/matcher.ts";
import { copyOfLibraryFaq, makeFolder } from "../run-faq.ts";

const folder = makeFolder();
beforeAll(() => {
  vi.stubEnv("DATA_DIR", folder.path);
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, "write").mockReturnValue(true);
  }
});
afterAll(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  folder.remove();
});

const patience = { timeout: 20_000, interval: 50 };

const dogs = `answer: {id: Boleh., en: Dogs may come along.}
phrasings: {id: [bawa anjing boleh, anjing], en: [may I bring my dog, dogs]}
`;

it("has a save in use at once, and shows what it did", async () => {
  const faq = copyOfLibraryFaq();
  const states: WorkshopState[] = [];
  const desk = startDesk(faq, (state) => states.push(state));
  onTestFinished(desk.stop);
  const first = await desk.first;
  const used: OpenFaq[] = [];
  desk.follow((open) => used.push(open));
  expect(states).toEqual([]);

  desk.show();
  await expect.poll(() => states.at(-1)?.findings.length, patience).toBeGreaterThan(0);
  const before = states.at(-1);
  expect(before).toMatchObject({ learning: { kind: "learnt" }, isBroken: false });
  const hours = before?.entries.find(({ id }) => id === "opening-hours");
  expect(hours?.file).toBe(join(faq, "visiting/opening-hours.yaml"));

  mkdirSync(join(faq, "pets"));
  writeFileSync(join(faq, "pets/dogs.yaml"), dogs);
  await expect.poll(() => used.length, patience).toBe(2);
  const [hasty, thorough] = used as [OpenFaq, OpenFaq];
  for (const { model, lexicon, build } of [hasty, thorough]) {
    const { candidates } = createMatcher(model, lexicon).match("may I bring my dog");
    expect(candidates[0]?.entry).toBe("dogs");
    expect(build).not.toBe(first.build);
  }
  expect(hasty.build).toBe(thorough.build);
  expect(hasty.model).not.toEqual(thorough.model);

  const isShown = (state: WorkshopState, isFinal: boolean) =>
    state.lastSave?.isFinal === isFinal && state.entries.some(({ id }) => id === "dogs");
  await expect.poll(() => states.some((state) => isShown(state, false)), patience).toBe(true);
  await expect.poll(() => states.some((state) => isShown(state, true)), patience).toBe(true);
  expect(states.at(-1)?.lastSave?.files).toEqual([join(faq, "pets/dogs.yaml")]);
  expect(states.map(({ version }) => version)).toEqual(states.map((_, at) => at + 1));

  writeFileSync(join(faq, "pets/dogs.yaml"), "answer: {id: Boleh.\n");
  await expect.poll(() => states.at(-1)?.isBroken, patience).toBe(true);
  expect(states.at(-1)?.findings).toContainEqual(
    expect.objectContaining({ file: join(faq, "pets/dogs.yaml"), severity: "error" }),
  );
  expect(states.at(-1)?.entries.some(({ id }) => id === "dogs")).toBe(true);
  expect(used).toHaveLength(2);

  const seen = states.length;
  writeFileSync(join(faq, "pets/dogs.yaml"), dogs);
  await expect.poll(() => used.length, patience).toBe(3);
  await expect.poll(() => states.length, patience).toBeGreaterThan(seen);
  for (const { isBroken, findings } of states.slice(seen)) {
    expect(findings.some(({ severity }) => severity === "error")).toBe(isBroken);
  }
});

it("learns what was saved to its end, whatever happens to the files meanwhile", async () => {
  const faq = copyOfLibraryFaq();
  const desk = startDesk(faq, () => {});
  onTestFinished(desk.stop);
  await desk.first;
  const used: OpenFaq[] = [];
  desk.follow((open) => used.push(open));
  mkdirSync(join(faq, "pets"));
  writeFileSync(join(faq, "pets/cats.yaml"), dogs.replace("dogs]", "my cat, cats]"));
  await expect.poll(() => used.length, patience).toBe(1);
  writeFileSync(join(faq, "pets/cats.yaml"), "answer: {id: Boleh.\n");
  await expect.poll(() => used.length, patience).toBe(2);
  const [hasty, thorough] = used as [OpenFaq, OpenFaq];
  expect(thorough.build).toBe(hasty.build);
  expect(thorough.model).not.toEqual(hasty.model);
});

it("does not start where there is no FAQ", async () => {
  const desk = startDesk(join(folder.path, "missing"), () => {});
  onTestFinished(desk.stop);
  await expect(desk.first).rejects.toMatchObject({
    message: expect.stringContaining("There is no folder"),
    exitCode: 2,
  });
});
