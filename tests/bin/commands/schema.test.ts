// `faq schema`: schemas that are written, and told from those that are out of date.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { copyOfLibraryFaq, makeFolder } from "../run-faq.ts";
import { runFaqHere } from "../run-here.ts";

const folder = makeFolder();
afterAll(folder.remove);

it("writes the schemas, and tells when they no longer fit the FAQ's languages", async () => {
  const faq = copyOfLibraryFaq();
  const schema = (...args: string[]) =>
    runFaqHere(["--faq", faq, "schema", ...args], { dataDir: folder.path });
  const paths = ["entry", "bot", "words", "offtopic"].map((kind) =>
    join(faq, ".schema", `${kind}.json`),
  );
  expect(await schema()).toEqual({
    status: 0,
    stdout: `${paths.join("\n")}\n`,
    stderr: "Written: 4.\n",
  });
  expect(JSON.parse(readFileSync(paths[0] ?? "", "utf8"))).toMatchObject({ type: "object" });

  const bot = join(faq, "bot.yaml");
  writeFileSync(bot, readFileSync(bot, "utf8").replace("[id, en]", "[id, en, jv]"));
  const { status, stdout, stderr } = await schema("--check");
  expect(status).toBe(1);
  expect(stdout).toBe(`${paths[0]} is not up to date\n${paths[1]} is not up to date\n`);
  expect(stderr).toBe(`Bring them up to date: npm run --silent faq -- --faq ${faq} schema\n`);
});

it("says what is in the way where they can't be written", async () => {
  const faq = copyOfLibraryFaq();
  rmSync(join(faq, ".schema"), { recursive: true, force: true });
  writeFileSync(join(faq, ".schema"), "");
  const run = await runFaqHere(["--faq", faq, "schema"], { dataDir: folder.path });
  const sentence = `${join(faq, ".schema")} can't be written: a file of that name is in its place.\n`;
  expect(run).toEqual({ status: 2, stdout: "", stderr: sentence });
});
