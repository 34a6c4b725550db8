// A folder as it was, read out of git.
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasChangedSince, readPastFolder } from "../../../bin/diff/git.ts";
import { UserError } from "../../../bin/user-error.ts";
import { makeFolder } from "../run-faq.ts";
import { makeRepository, type Repository } from "./repository.ts";

let repository: Repository;
let first: string;
let second: string;
const folder = () => join(repository.path, "some where/faq");

beforeAll(() => {
  repository = makeRepository();
  repository.write("README.md", "before any FAQ");
  first = repository.commit();
  repository.write("some where/faq/bot.yaml", "languages: [id]\n");
  repository.write("some where/faq/alam/langit é.yaml", "answer: {id: Biru 💙.}\n");
  repository.write("some where/faq/.hidden/x.yaml", "x: 1\n");
  repository.write("some where/faq/notes.md", "not read");
  repository.write("some where/other.yaml", "not in the folder");
  symlinkSync("/etc/hostname", join(folder(), "link.yaml"));
  second = repository.commit();
  repository.git("tag", "v1");
  rmSync(join(folder(), "alam"), { recursive: true });
  repository.write("some where/faq/bot.yaml", "languages: [en]\n");
});
afterAll(() => repository.remove());

describe("the folder of a revision", () => {
  it.each(["HEAD", "main", "v1", "HEAD^0"])("%s has its YAML files, byte for byte", (revision) => {
    expect(readPastFolder(folder(), revision)).toEqual({
      commit: second,
      files: [
        { path: "alam/langit é.yaml", text: "answer: {id: Biru 💙.}\n" },
        { path: "bot.yaml", text: "languages: [id]\n" },
      ],
    });
  });

  it("has none before it was there", () => {
    expect(readPastFolder(folder(), "HEAD~1")).toEqual({ commit: first, files: undefined });
  });

  it("may be the repository itself", () => {
    const { files } = readPastFolder(repository.path, "HEAD");
    expect(files?.map(({ path }) => path)).toContain("some where/faq/bot.yaml");
  });

  it.each(["nowhere", "-x", "--help", "", "HEAD..HEAD~1", "HEAD:README.md", "a\0b", "HEAD^{tree}"])(
    "%j is not one",
    (revision) => {
      const read = () => readPastFolder(folder(), revision);
      expect(read).toThrow(UserError);
      expect(read).toThrow(`"${revision}" is not a revision of this repository.`);
    },
  );

  it("can't be had outside a repository, in git's own words", () => {
    const outside = makeFolder();
    const read = () => readPastFolder(outside.path, "HEAD");
    expect(read).toThrow(/is not in a git repository.*git says: fatal: not a git repository/);
    outside.remove();
  });

  it("can't be had without git", () => {
    const path = process.env.PATH;
    process.env.PATH = "/nowhere";
    try {
      expect(() => readPastFolder(folder(), "HEAD")).toThrow("git can't be started.");
    } finally {
      process.env.PATH = path;
    }
  });
});

describe("paths", () => {
  it("have changed since a commit where the working tree differs in them", () => {
    const changed = (...paths: string[]) => hasChangedSince(repository.path, second, paths);
    expect(changed("some where/faq")).toBe(true);
    expect(changed("README.md", "some where/other.yaml")).toBe(false);
  });

  it("have not where it isn't known", () => {
    expect(hasChangedSince(repository.path, "0".repeat(40), ["."])).toBe(false);
    const outside = makeFolder();
    mkdirSync(join(outside.path, "faq"));
    expect(hasChangedSince(outside.path, second, ["faq"])).toBe(false);
    outside.remove();
  });
});
