// Edited files lose nothing, and what can't be edited is left alone.
import {
  chmodSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import {
  makeFolder,
  readExactly,
  saveEdits,
  saveTexts,
  writeText,
} from "../../../bin/edit/save.ts";
import { makeFolder as makeTestFolder } from "../run-faq.ts";

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const { path, remove } = makeTestFolder();
  onTestFinished(remove);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content);
  return path;
}

const edits = [{ from: 1, to: 1, text: "!" }];
const bothRead = [
  { path: "a.yaml", text: "a" },
  { path: "b.yaml", text: "b\ufffd" },
];

it("edits files in place", () => {
  const folder = folderWith({ "a.yaml": "\ufeffá\r\n", "b.yaml": "b" });
  const both = [
    { path: "a.yaml", edits },
    { path: "b.yaml", edits },
  ];
  const read = [
    { path: "a.yaml", text: "\ufeffá\r\n" },
    { path: "b.yaml", text: "b" },
  ];
  saveEdits(folder, both, read);
  expect(readFileSync(join(folder, "a.yaml"), "utf8")).toBe("\ufeffá!\r\n");
  expect(readFileSync(join(folder, "b.yaml"), "utf8")).toBe("b!");
});

it("edits none of the files if one is not UTF-8", () => {
  const folder = folderWith({ "a.yaml": "a", "b.yaml": Uint8Array.of(0x62, 0xe9) });
  const both = ["a.yaml", "b.yaml"].map((path) => ({ path, edits }));
  expect(() => saveEdits(folder, both, bothRead)).toThrow(/b\.yaml is not UTF-8/);
  expect(readFileSync(join(folder, "a.yaml"), "utf8")).toBe("a");
});

it("writes whole texts over none of the files if one is not UTF-8", () => {
  const folder = folderWith({ "a.yaml": "a", "b.yaml": Uint8Array.of(0x62, 0xe9) });
  const mended = ["a.yaml", "b.yaml"].map((path) => ({ path, text: "mended" }));
  expect(() => saveTexts(folder, mended, bothRead)).toThrow(/b\.yaml is not UTF-8/);
  expect(readFileSync(join(folder, "a.yaml"), "utf8")).toBe("a");
  saveTexts(folder, mended.slice(0, 1), bothRead);
  expect(readFileSync(join(folder, "a.yaml"), "utf8")).toBe("mended");
});

it("never writes over a file that is to be new, and says where it can't write", () => {
  const folder = folderWith({ "a.yaml": "a" });
  expect(() => writeText(join(folder, "a.yaml"), "b", "wx")).toThrow(/is there already/);
  expect(readFileSync(join(folder, "a.yaml"), "utf8")).toBe("a");
  expect(() => writeText(join(folder, "no/such/a.yaml"), "b")).toThrow(/Can't write .*ENOENT/);
});

describe("a file that its author has saved meanwhile", () => {
  const read = [
    { path: "a.yaml", text: "a" },
    { path: "b.yaml", text: "b" },
  ];
  const sentence = /b\.yaml has changed meanwhile\. Nothing was written: run it again\.$/;

  it("is not edited by places in its older text, and no other file is", () => {
    const folder = folderWith({ "a.yaml": "a", "b.yaml": "b, and more" });
    const both = read.map(({ path }) => ({ path, edits }));
    expect(() => saveEdits(folder, both, read)).toThrow(sentence);
    expect(readFileSync(join(folder, "a.yaml"), "utf8")).toBe("a");
    expect(readFileSync(join(folder, "b.yaml"), "utf8")).toBe("b, and more");
  });

  it("is not written over, and no other file is", () => {
    const folder = folderWith({ "a.yaml": "a", "b.yaml": "b, and more" });
    const mended = read.map(({ path }) => ({ path, text: "mended" }));
    expect(() => saveTexts(folder, mended, read)).toThrow(sentence);
    expect(readFileSync(join(folder, "a.yaml"), "utf8")).toBe("a");
    expect(readFileSync(join(folder, "b.yaml"), "utf8")).toBe("b, and more");
  });
});

it("replaces a file as a whole: its permissions and the link to it stay, and no draft does", () => {
  const folder = folderWith({ "a.yaml": "a" });
  chmodSync(join(folder, "a.yaml"), 0o660);
  symlinkSync("a.yaml", join(folder, "link.yaml"));
  const { ino } = statSync(join(folder, "a.yaml"));
  writeText(join(folder, "link.yaml"), "mended");
  expect(readFileSync(join(folder, "a.yaml"), "utf8")).toBe("mended");
  const after = statSync(join(folder, "a.yaml"));
  expect([after.mode & 0o777, after.ino === ino]).toEqual([0o660, false]);
  expect(lstatSync(join(folder, "link.yaml")).isSymbolicLink()).toBe(true);
  expect(readdirSync(folder).sort()).toEqual(["a.yaml", "link.yaml"]);
});

it("says of a file or a folder that can't be had what is in the way", () => {
  const folder = folderWith({ "a.yaml": "a" });
  const file = join(folder, "a.yaml");
  const isTaken = "can't be written: a file of that name is in its place.";
  expect(() => makeFolder(file)).toThrow(`${file} ${isTaken}`);
  const inFile = `${join(file, "b")} can't be written: a part of its path is not a folder.`;
  expect(() => makeFolder(join(file, "b"))).toThrow(inFile);
  expect(() => readExactly(folder)).toThrow(`${folder} can't be read: it is a folder.`);
  expect(() => writeText(folder, "a")).toThrow(`Can't write ${folder}: it is a folder (EISDIR).`);
});
