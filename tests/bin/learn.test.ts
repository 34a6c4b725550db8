// Learning in a process of its own comes to the same as learning here.
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { learnInBackground } from "../../bin/learn.ts";
import { openFaq } from "../../bin/open-faq.ts";
import { libraryFaq, makeFolder } from "./run-faq.ts";

const folder = makeFolder();
beforeAll(() => void vi.stubEnv("DATA_DIR", folder.path));
afterAll(() => {
  vi.unstubAllEnvs();
  folder.remove();
});

it("gives the whole FAQ, and tells how far it has come", async () => {
  const onProgress = vi.fn();
  const learnt = await learnInBackground(libraryFaq, onProgress);
  expect(learnt).toEqual(openFaq(libraryFaq));
  expect(onProgress).toHaveBeenLastCalledWith(1);
});

it("fails as learning here does", async () => {
  const missing = join(folder.path, "missing");
  await expect(learnInBackground(missing)).rejects.toMatchObject({
    message: expect.stringContaining("There is no folder"),
    exitCode: 2,
  });
});
