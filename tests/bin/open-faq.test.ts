// A FAQ folder is learnt once, and again when it or the code has changed.
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readFaqFolder } from "../../bin/faq-folder.ts";
import { FaqProblems, openFaq } from "../../bin/open-faq.ts";
import { UserError } from "../../bin/user-error.ts";
import { makeFolder } from "./run-faq.ts";

let folder: { path: string; remove: () => void };
let faq: string;
let models: string;

beforeEach(() => {
  folder = makeFolder();
  faq = join(folder.path, "faq");
  models = join(folder.path, "data/models");
  vi.stubEnv("DATA_DIR", join(folder.path, "data"));
  write("bot.yaml", "languages: [en]\n");
  write(
    "colours/sky.yaml",
    "answer: {en: Blue.}\nphrasings: {en: [what colour is the sky, is it blue up there]}\n",
  );
});
afterEach(() => {
  vi.unstubAllEnvs();
  folder.remove();
});

function write(path: string, text: string): void {
  mkdirSync(join(faq, path, ".."), { recursive: true });
  writeFileSync(join(faq, path), text);
}

/** Opens the FAQ; tells whether it had to be learnt. */
function open() {
  const onProgress = vi.fn();
  const opened = openFaq(faq, onProgress);
  return { ...opened, wasLearnt: onProgress.mock.calls.length > 0 };
}

describe("opening a FAQ", () => {
  it("learns it the first time and remembers it the next", () => {
    const first = open();
    const second = open();
    expect([first.wasLearnt, second.wasLearnt]).toEqual([true, false]);
    expect(second.model).toEqual(first.model);
    expect(second.build).toBe(first.build);
  });

  it("learns it again once a file has changed, under another name", () => {
    const before = open();
    write("colours/sky.yaml", "answer: {en: Blue.}\nphrasings: {en: [the colour of the sky]}\n");
    const after = open();
    expect(after.wasLearnt).toBe(true);
    expect(after.build).not.toBe(before.build);
  });

  it("learns nothing anew for another answer, but gives it another name", () => {
    write("colours/sky.yaml", "answer: {en: Blue.}\nphrasings: {en: [what colour is it]}\n");
    const before = open();
    write("colours/sky.yaml", "answer: {en: Azure.}\nphrasings: {en: [what colour is it]}\n");
    const after = open();
    expect(after.wasLearnt).toBe(false);
    expect(after.build).not.toBe(before.build);
    expect(after.faq.entries[0]?.answer).toEqual({ en: "Azure." });
  });

  it("learns it again where what was remembered is damaged", () => {
    open();
    const [name = ""] = readdirSync(models);
    writeFileSync(join(models, name), "nonsense");
    expect(open().wasLearnt).toBe(true);
    expect(open().wasLearnt).toBe(false);
  });

  it("does without remembering where nothing can be written", () => {
    writeFileSync(join(folder.path, "data"), "a file where the folder would be");
    expect(open().faq.entries.map(({ id }) => id)).toEqual(["sky"]);
  });

  it("remembers six FAQs at most", () => {
    for (let at = 0; at < 8; at += 1) {
      write("colours/sky.yaml", `answer: {en: Blue.}\nphrasings: {en: [is the sky blue ${at}]}\n`);
      open();
    }
    expect(readdirSync(models)).toHaveLength(6);
  });

  it("keeps the ways of asking out of what is shown to people", () => {
    expect(JSON.stringify(open().faq)).not.toContain("up there");
  });

  it("tells every problem of a broken one, with folder, file and line", () => {
    write("colours/sky.yaml", "anwser: {en: Blue.}\n");
    expect(open).toThrow(FaqProblems);
    expect(open).toThrow(
      /colours\/sky\.yaml:1:1 error: .*\n[\s\S]*can't be used: \d+ problems?\.$/,
    );
  });
});

describe("reading a folder", () => {
  it("takes YAML files in order of their paths, however deep, and no others", () => {
    write("a/b.yml", "x: 1\n");
    write("a/c/d.yaml", "x: 1\n");
    write("a/g.yaml.txt", "x: 1\n");
    write("README.md", "# Notes\n");
    write("notes.txt", "x: 1\n");
    write(".hidden/e.yaml", "x: 1\n");
    write("a/.f.yaml", "x: 1\n");
    const paths = readFaqFolder(faq).map(({ path }) => path);
    expect(paths).toEqual([
      "a/b.yml",
      "a/c/d.yaml",
      "a/g.yaml.txt",
      "bot.yaml",
      "colours/sky.yaml",
    ]);
  });

  it("names a folder that isn't there, as wrong usage", () => {
    faq = join(folder.path, "elsewhere");
    expect(open).toThrow(UserError);
    expect(open).toThrow(
      expect.objectContaining({ exitCode: 2, message: expect.stringContaining(`"${faq}"`) }),
    );
  });
});
