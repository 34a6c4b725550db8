// A file that can't be read or written, in a sentence that says why.
import { exitCodes, UserError } from "./user-error.ts";

export function cannotRead(file: string, error: unknown): UserError {
  const why = whyOf(error, "there is no such file");
  return new UserError(`${file} can't be read: ${why}.`, exitCodes.usage);
}

export function cannotWrite(file: string, error: unknown): UserError {
  return new UserError(`${file} can't be written: ${whyNotWritten(error)}.`, exitCodes.usage);
}

/** The reason alone, as a part of a sentence. */
export function whyNotWritten(error: unknown): string {
  return whyOf(error, "its folder isn't there; make it first");
}

function whyOf(error: unknown, whyMissing: string): string {
  const { code = "unknown" } = error as NodeJS.ErrnoException;
  return code === "ENOENT" ? whyMissing : (reasons[code] ?? `the system says ${code}`);
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "you have no permission",
  EPERM: "you have no permission",
  EROFS: "nothing can be written there",
  EEXIST: "a file of that name is in its place",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of its path is not a folder",
  ENOSPC: "the disk is full",
};
