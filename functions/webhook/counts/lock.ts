// Keeps a second writer out of a folder.
import { readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const heldHere = new Set<string>();

/**
 * Takes the folder for this process, and returns what gives it back. The lock is a file with the
 * number of its process, so that one left behind by a crash is recognised.
 * @throws Error naming the remedy, if a running process has the folder
 */
export function lockFolder(folder: string): () => void {
  const realFolder = realpathSync(folder);
  const path = join(realFolder, "lock");
  // Whoever is about to take the lock says so first: of two that find it left behind, the later one
  // sees the other's bid, or its lock. Two at the very same moment are both refused.
  const bid = `lock.${process.pid}`;
  writeFileSync(join(realFolder, bid), "");
  try {
    if (!takeLock(path)) {
      const bidder = readdirSync(realFolder).find((name) => name !== bid && isRunningBid(name));
      if (bidder) throw inUse(folder, join(realFolder, bidder), bidOf(bidder));
      const holder = Number(readFileSync(path, "utf8"));
      if (isHeld(path, holder)) throw inUse(folder, path, holder);
      writeFileSync(path, String(process.pid));
    }
  } finally {
    rmSync(join(realFolder, bid), { force: true });
  }
  heldHere.add(path);
  return () => {
    rmSync(path, { force: true });
    heldHere.delete(path);
  };
}

/** False if there is a lock already. */
function takeLock(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  }
}

function inUse(folder: string, path: string, holder: number): Error {
  return new Error(
    `${folder} is in use by process ${holder}. End that process, or set DATA_DIR to another ` +
      `folder; if it is some other program, delete ${path}.`,
  );
}

function isRunningBid(name: string): boolean {
  return isRunning(bidOf(name));
}

/** The number of the process whose bid a file is; not a number if it is none. */
function bidOf(name: string): number {
  return Number(/^lock\.(\d+)$/.exec(name)?.[1]);
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
