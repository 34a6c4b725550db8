// A git repository of a test's own, with nobody's configuration.
import { execFileSync } from "node:child_process";
import { mkdirSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeFolder } from "../run-faq.ts";

export interface Repository {
  readonly path: string;
  git(...args: string[]): string;
  write(path: string, text: string): void;
  /** Commits everything and gives the commit's hash. */
  commit(): string;
  remove(): void;
}

export function makeRepository(): Repository {
  const { path: made, remove } = makeFolder();
  const path = realpathSync(made);
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=Budi", "-c", "user.email=budi@example.com", ...args], {
      cwd: path,
      env: {
        PATH: process.env.PATH,
        HOME: path,
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_CEILING_DIRECTORIES: dirname(path),
      },
      encoding: "utf8",
      stdio: "pipe",
    });
  git("init", "--quiet", "--initial-branch=main");
  return {
    path,
    git,
    write(file, text) {
      mkdirSync(dirname(join(path, file)), { recursive: true });
      writeFileSync(join(path, file), text);
    },
    commit() {
      git("add", "--all");
      git("commit", "--quiet", "--message", "An edit");
      return git("rev-parse", "HEAD").trim();
    },
    remove,
  };
}
