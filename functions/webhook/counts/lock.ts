// Keeps a second writer out of a folder.
import { readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const heldHere = new Set<string>();

/**
 * Takes the folder for this process, and returns what gives it back. The lock is a file with the
 * number of its process, so that one left behind by a crash is recognised.
 * @throws Error naming the remedy, if a running process has the folder
 */
export function lockFolder(folder: string): () => void {
  const path = join(realpathSync(folder), "lock");
  try {
    takeLock(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    const holder = Number(readFileSync(path, "utf8"));
    if (isHeld(path, holder)) {
      throw new Error(
        `${folder} is in use by process ${holder}. End that process, or set DATA_DIR to another ` +
          `folder; if it is some other program, delete ${path}.`,
      );
    }
    rmSync(path);
    takeLock(path);
  }
  heldHere.add(path);
  return () => {
    rmSync(path, { force: true });
    heldHere.delete(path);
  };
}

function takeLock(path: string): void {
  writeFileSync(path, String(process.pid), { flag: "wx" });
}

function isHeld(path: string, holder: number): boolean {
  // In a container every run may have the same number: our own in a lock we did not take is stale.
  return holder === process.pid ? heldHere.has(path) : isRunning(holder);
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // There, but not ours to signal.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
