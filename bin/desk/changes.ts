// Notices that a FAQ's files have changed by looking at them: watchers of the file system lose
// files that an editor replaces, and see nothing at all on some mounts.
import { statSync } from "node:fs";
import { join } from "node:path";
import { listFaqFolder } from "../faq-folder.ts";

/** How long a change must have stood: an editor saves in several steps. */
const lookEveryMs = 150;

/** The same only for the same files, none of them written to. */
export function stampOf(folder: string): string {
  try {
    const stamps = listFaqFolder(folder).map((path) => {
      const { mtimeMs, size } = statSync(join(folder, path));
      return `${path}\0${mtimeMs}\0${size}`;
    });
    return stamps.join("\n");
  } catch {
    // The folder, or one of its files, is gone for the moment.
    return "";
  }
}

/** Acts whenever the folder has come to another stamp than the one last acted on, one at a time. */
export function onChange(folder: string, stamp: string, act: () => Promise<void>): void {
  let acted = stamp;
  let seen = stamp;
  const look = async () => {
    const now = stampOf(folder);
    const isSettled = now === seen;
    seen = now;
    if (isSettled && now !== acted) {
      acted = now;
      await act();
    }
    setTimeout(look, lookEveryMs);
  };
  setTimeout(look, lookEveryMs);
}
