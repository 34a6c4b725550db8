// A FAQ that is broken is never built, and what was built before stays as it is.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { libraryFaq, runFaq } from "../bin/run-faq.ts";
import { copyProject } from "../project-copy.ts";

const project = copyProject(libraryFaq);
afterAll(project.remove);

it("a build of a broken FAQ fails, names the file, and leaves the last good one", async () => {
  const broken = join(project.path, "faq/visiting/opening-hours.yaml");
  writeFileSync(broken, `${readFileSync(broken, "utf8")}\nanswer: [`);
  const output = join(project.path, "dist/webhook");
  mkdirSync(output, { recursive: true });
  writeFileSync(join(output, "faq.json"), "the last good one");

  const { status, stderr } = await runFaq(["build"], {
    dataDir: join(project.path, "data"),
    cwd: project.path,
  });
  expect(status).toBe(1);
  expect(stderr).toContain("visiting/opening-hours.yaml");
  expect(readdirSync(output)).toEqual(["faq.json"]);
  expect(readFileSync(join(output, "faq.json"), "utf8")).toBe("the last good one");
});
