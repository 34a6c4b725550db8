// Learning in a process of its own comes to the same as learning here.
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { learnInBackground } from "../../../bin/desk/thorough-lessons.ts";
import { openFaq, readGoodFaq } from "../../../bin/open-faq.ts";
import { encodeModel } from "../../../functions/webhook/matching/model-file.ts";
import { libraryFaq, makeFolder } from "../run-faq.ts";

const folder = makeFolder();
beforeAll(() => void vi.stubEnv("DATA_DIR", folder.path));
afterAll(() => {
  vi.unstubAllEnvs();
  folder.remove();
});

const { faq } = readGoodFaq(libraryFaq);

it("learns all of the FAQ, and tells how far it has come", async () => {
  const onProgress = vi.fn();
  const learnt = await learnInBackground(faq, onProgress);
  expect(Buffer.compare(encodeModel(learnt), encodeModel(openFaq(libraryFaq)))).toBe(0);
  expect(onProgress).toHaveBeenLastCalledWith(1);
});

it("ends early when nobody wants it any more", async () => {
  const later = new AbortController();
  const learning = learnInBackground(faq, undefined, later.signal);
  later.abort();
  await expect(learning).rejects.toMatchObject({ name: "AbortError" });
});
