// Reads a folder as it was at some revision out of git, without touching the working tree.
import { spawnSync } from "node:child_process";
import { isFaqFile } from "../../functions/webhook/faq/file-name.ts";
import type { FaqFile } from "../../functions/webhook/faq/yaml.ts";
import { exitCodes, UserError } from "../user-error.ts";

export interface PastFolder {
  /** The commit that the revision means. */
  readonly commit: string;
  /** Its YAML files; `undefined` where there was no such folder then. */
  readonly files: readonly FaqFile[] | undefined;
}

/** The folder must be there today. @throws UserError if it isn't in a git repository or that has no such revision */
export function readPastFolder(folder: string, revision: string): PastFolder {
  const inside = git(folder, ["rev-parse", "--show-prefix"]);
  if (inside === undefined) throw new UserError(notInGit(folder), exitCodes.usage);
  const prefix = inside.toString().replace(/\n$/, "").replace(/\/$/, "");
  const commit = commitOf(folder, revision);
  return { commit, files: filesOf(folder, `${commit}:${prefix}`) };
}

/** Whether one of these paths differs between a commit and the working tree; false outside git. */
export function hasChangedSince(root: string, commit: string, paths: readonly string[]): boolean {
  // Outside a repository, `git diff` compares two folders.
  if (!git(root, ["rev-parse", "--verify", "--quiet", `${commit}^{commit}`])) return false;
  const diff = ["--no-optional-locks", "diff", "--quiet", "--no-ext-diff", commit, "--"];
  return run(root, [...diff, ...paths]).status === 1;
}

function notInGit(folder: string): string {
  const { error, stderr } = run(folder, ["rev-parse", "--show-prefix"]);
  if (error) return "git can't be started. Install it, or put it on the PATH.";
  // A repository that belongs to somebody else is refused with a sentence of git's own.
  const said = stderr.toString().split("\n")[0]?.trim();
  return `The FAQ in ${folder} is not in a git repository, so there is nothing to compare it with. git says: ${said}`;
}

function commitOf(folder: string, revision: string): string {
  // git would take it for an option.
  const isOption = revision.startsWith("-");
  const found =
    isOption || revision.includes("\0")
      ? undefined
      : git(folder, ["rev-parse", "--verify", "--quiet", `${revision}^{commit}`]);
  if (found) return found.toString().trim();
  throw new UserError(
    `"${revision}" is not a revision of this repository. Give a commit, a branch or a tag, such as HEAD~1 or origin/main; a clone that is not whole lacks the older ones (git fetch --unshallow).`,
    exitCodes.usage,
  );
}

function filesOf(folder: string, tree: string): FaqFile[] | undefined {
  const listing = git(folder, ["ls-tree", "-r", "-z", "--full-tree", tree]);
  if (!listing) return undefined;
  const blobs = listing
    .toString()
    .split("\0")
    .flatMap((line) => {
      const [, id, path] = /^100\d{3} blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
      return id && path && isFaqFile(path) ? [{ id, path }] : [];
    });
  if (blobs.length === 0) return undefined;
  const contents = git(folder, ["cat-file", "--batch"], blobs.map(({ id }) => `${id}\n`).join(""));
  if (!contents) throw new UserError("git can't read the files of that revision (git cat-file).");
  return readBatch(contents).map((text, at) => ({ path: blobs[at]?.path ?? "", text }));
}

/** What `git cat-file --batch` writes: `<id> blob <size>`, a line break, the bytes, a line break. */
function readBatch(bytes: Buffer): string[] {
  const texts: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const lineEnd = bytes.indexOf("\n", at);
    const size = Number(bytes.toString("latin1", at, lineEnd).split(" ")[2]);
    texts.push(bytes.toString("utf8", lineEnd + 1, lineEnd + 1 + size));
    at = lineEnd + 1 + size + 1;
  }
  return texts;
}

/** What git wrote; `undefined` unless it went well. */
function git(folder: string, args: readonly string[], input = ""): Buffer | undefined {
  const { status, stdout } = run(folder, args, input);
  return status === 0 ? stdout : undefined;
}

function run(folder: string, args: readonly string[], input = "") {
  return spawnSync("git", args, { cwd: folder, input, maxBuffer: 256 * 1024 * 1024 });
}
