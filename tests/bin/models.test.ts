// The models that are kept are those that were used last.
import { copyFileSync, existsSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { learn, recallModel } from "../../bin/models.ts";
import { tinyFaq } from "../training/tiny-faq.ts";
import { makeFolder } from "./run-faq.ts";

const folder = makeFolder();
beforeAll(() => void vi.stubEnv("DATA_DIR", folder.path));
afterAll(() => {
  vi.unstubAllEnvs();
  folder.remove();
});

it("forgets the model that was used longest ago, not the one that was trained first", () => {
  learn(tinyFaq, "1");
  const pathOf = (name: string) => join(folder.path, `models/${name}.bin`);
  for (const name of ["1", "2", "3", "4", "5", "6"]) {
    if (name !== "1") copyFileSync(pathOf("1"), pathOf(name));
    utimesSync(pathOf(name), Number(name), Number(name));
  }
  expect(recallModel("1")).toBeDefined();
  learn(tinyFaq, "7");
  expect(["1", "2", "3", "7"].filter((name) => existsSync(pathOf(name)))).toEqual(["1", "3", "7"]);
});
