// Runs the command line in a process of its own, with nothing of this process's environment.
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";

export const root = join(import.meta.dirname, "../..");
/** The FAQ of an invented library. */
export const libraryFaq = join(root, "tests/fixtures/bot");

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly dataDir: string;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What is typed before the end of standard input. */
  readonly input?: string;
}

/** Starts `faq` with these arguments. */
export function startFaq(
  args: readonly string[],
  { dataDir, cwd = root, env = {} }: RunOptions,
): ChildProcessWithoutNullStreams {
  const nodeArguments = ["--import", "tsx", join(cwd, "bin/faq.ts"), ...args];
  return spawn(process.execPath, nodeArguments, {
    cwd,
    env: { PATH: process.env.PATH, HOME: dataDir, DATA_DIR: dataDir, ...env },
  });
}

export async function runFaq(args: readonly string[], options: RunOptions): Promise<Run> {
  const child = startFaq(args, options);
  child.stdin.on("error", () => {}); // It may end before it has read everything.
  child.stdin.end(options.input ?? "");
  return ended(child);
}

/** Everything a process wrote, and how it ended. */
export async function ended(child: ChildProcessWithoutNullStreams): Promise<Run> {
  const status = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { status: await status, stdout, stderr };
}

/** A folder of this test file's own; `afterAll(folder.remove)`. */
export function makeFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "jelas-bin-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A copy of the library's FAQ to change, for one test. */
export function copyOfLibraryFaq(): string {
  const { path, remove } = makeFolder();
  onTestFinished(remove);
  cpSync(libraryFaq, path, { recursive: true });
  return path;
}
