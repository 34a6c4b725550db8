// The bot with a copy of its FAQ, served as `npm start` does, so that pictures may show what a save does.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { root } from "../documents.ts";

export interface CopiedBot {
  readonly origin: string;
  /** Changes a file of the copy, by its path from the project's folder. */
  rewrite(path: string, change: (text: string) => string): void;
  close(): Promise<void>;
}

export async function serveCopy(): Promise<CopiedBot> {
  const folder = mkdtempSync(join(tmpdir(), "pictures-"));
  for (const part of ["faq", "tests/questions"]) {
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  // In the copy's folder files have the names that a person sees.
  const tsx = import.meta.resolve("tsx");
  const child = spawn(process.execPath, ["--import", tsx, join(root, "bin/faq.ts"), "serve"], {
    cwd: folder,
    env: { PATH: process.env.PATH, PORT: "0", DATA_DIR: join(folder, "data") },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const close = async () => {
    if (child.exitCode === null) {
      child.kill();
      await once(child, "close");
    }
    rmSync(folder, { recursive: true, force: true });
  };
  for await (const line of createInterface(child.stdout)) {
    const origin = /^Jelas is listening on (\S+)$/.exec(line)?.[1];
    if (origin === undefined) continue;
    child.stdout.resume();
    const rewrite: CopiedBot["rewrite"] = (path, change) => {
      const file = join(folder, path);
      writeFileSync(file, change(readFileSync(file, "utf8")));
    };
    return { origin, rewrite, close };
  }
  await close();
  throw new Error("The bot ended before it could be asked.");
}
