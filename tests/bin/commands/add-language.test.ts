// `faq add-language`: the list on standard output, what to do next beside it.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { copyOfLibraryFaq, libraryFaq, makeFolder } from "../run-faq.ts";
import { runFaqHere } from "../run-here.ts";

const folder = makeFolder();
afterAll(folder.remove);

it("lists what is to be written, and says where and how to go on", async () => {
  const faq = copyOfLibraryFaq();
  const { status, stdout, stderr } = await runFaqHere(["--faq", faq, "add-language", "jv"], {
    dataDir: folder.path,
  });
  const sheet = join(faq, ".languages/jv.yaml");
  expect(status).toBe(0);
  expect(stdout).toMatch(
    /^Not begun: \d+ files of the FAQ\.\nIn "jv" there are 0 of \d+ texts, 0 of 1 titles of sources and 0 of 8 lists of phrasings\.\n$/,
  );
  expect(stderr).toContain(`Write what is left in ${sheet}`);
  expect(stderr).toContain("messages.welcome");
  expect(existsSync(sheet)).toBe(true);
  expect(stderr).not.toContain("the code that you mean");
});

it("doubts a code that no language has, and says how to take it back", async () => {
  const faq = copyOfLibraryFaq();
  const { status, stderr } = await runFaqHere(["--faq", faq, "add-language", "xx"], {
    dataDir: folder.path,
  });
  expect(status).toBe(0);
  expect(stderr).toMatch(/^Is "xx" the code that you mean\? .* delete .*\.languages\/xx\.yaml/m);
});

it("ends with status 2 where the code is none", async () => {
  const { status, stdout, stderr } = await runFaqHere(["add-language", "Javanese", "--list"], {
    dataDir: folder.path,
  });
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toBe(
    '"Javanese" is no language code. Write one such as jv (Javanese) or su (Sundanese).\n',
  );
});

it("says what is in the way where the sheet can't be written, or read", async () => {
  const faq = copyOfLibraryFaq();
  const folderOfSheets = join(faq, ".languages");
  writeFileSync(folderOfSheets, "");
  const begin = () => runFaqHere(["--faq", faq, "add-language", "jv"], { dataDir: folder.path });
  expect(await begin()).toEqual({
    status: 2,
    stdout: "",
    stderr: `${folderOfSheets} can't be written: a file of that name is in its place.\n`,
  });

  const other = copyOfLibraryFaq();
  const sheet = join(other, ".languages/jv.yaml");
  mkdirSync(sheet, { recursive: true });
  const args = ["--faq", other, "add-language", "jv", "--list"];
  const { status, stderr } = await runFaqHere(args, { dataDir: folder.path });
  expect([status, stderr]).toEqual([2, `${sheet} can't be read: it is a folder.\n`]);
});

it("ends with status 2 where the FAQ has the language already", async () => {
  const args = ["--faq", libraryFaq, "add-language", "en", "--finish"];
  const { status, stderr } = await runFaqHere(args, { dataDir: folder.path });
  expect([status, stderr]).toEqual([2, `"en" is one of the FAQ's languages already.\n`]);
});
