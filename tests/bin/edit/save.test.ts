// Edited files lose nothing, and what can't be edited is left alone.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { saveEdits, saveTexts, writeText } from "../../../bin/edit/save.ts";
import { makeFolder } from "../run-faq.ts";

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const { path, remove } = makeFolder();
  onTestFinished(remove);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content);
  return path;
}

const edits = [{ from: 1, to: 1, text: "!" }];

it("edits files in place", () => {
  const folder = folderWith({ "a.yaml": "\ufeffá\r\n", "b.yaml": "b" });
  saveEdits(folder, [
    { path: "a.yaml", edits },
    { path: "b.yaml", edits },
  ]);
  expect(readFileSync(join(folder, "a.yaml"), "utf8")).toBe("\ufeffá!\r\n");
  expect(readFileSync(join(folder, "b.yaml"), "utf8")).toBe("b!");
});

it("edits none of the files if one is not UTF-8", () => {
  const folder = folderWith({ "a.yaml": "a", "b.yaml": Uint8Array.of(0x62, 0xe9) });
  const both = ["a.yaml", "b.yaml"].map((path) => ({ path, edits }));
  expect(() => saveEdits(folder, both)).toThrow(/b\.yaml is not UTF-8/);
  expect(readFileSync(join(folder, "a.yaml"), "utf8")).toBe("a");
});

it("writes whole texts over none of the files if one is not UTF-8", () => {
  const folder = folderWith({ "a.yaml": "a", "b.yaml": Uint8Array.of(0x62, 0xe9) });
  const mended = ["a.yaml", "b.yaml"].map((path) => ({ path, text: "mended" }));
  expect(() => saveTexts(folder, mended)).toThrow(/b\.yaml is not UTF-8/);
  expect(readFileSync(join(folder, "a.yaml"), "utf8")).toBe("a");
  saveTexts(folder, mended.slice(0, 1));
  expect(readFileSync(join(folder, "a.yaml"), "utf8")).toBe("mended");
});

it("never writes over a file that is to be new, and says where it can't write", () => {
  const folder = folderWith({ "a.yaml": "a" });
  expect(() => writeText(join(folder, "a.yaml"), "b", "wx")).toThrow(/is there already/);
  expect(readFileSync(join(folder, "a.yaml"), "utf8")).toBe("a");
  expect(() => writeText(join(folder, "no/such/a.yaml"), "b")).toThrow(/Can't write .*ENOENT/);
});
