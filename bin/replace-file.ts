// Writes a whole text over a file: what was there before is whole until the new text is.
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";

/** A file that is there keeps its permissions, and a link goes on leading to it. */
export function replaceFile(file: string, text: string): void {
  if (!existsSync(file)) {
    writeFileSync(file, text);
    return;
  }
  const target = realpathSync(file);
  // A rename would not ask whether the file itself may be written.
  accessSync(target, constants.W_OK);
  const draft = `${target}.${process.pid}.new`;
  try {
    writeFileSync(draft, text, { flag: "wx" });
    chmodSync(draft, statSync(target).mode);
    renameSync(draft, target);
  } finally {
    rmSync(draft, { force: true });
  }
}
