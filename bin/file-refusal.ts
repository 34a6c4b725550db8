// A file that can't be read or written, in a sentence that says why.
import { exitCodes, UserError } from "./user-error.ts";

export function cannotRead(file: string, error: unknown): UserError {
  return refusal(`${file} can't be read`, error, "there is no such file");
}

export function cannotWrite(file: string, error: unknown): UserError {
  return refusal(`${file} can't be written`, error, "its folder isn't there; make it first");
}

function refusal(what: string, error: unknown, whyMissing: string): UserError {
  const { code = "unknown" } = error as NodeJS.ErrnoException;
  const why = code === "ENOENT" ? whyMissing : (reasons[code] ?? `the system says ${code}`);
  return new UserError(`${what}: ${why}.`, exitCodes.usage);
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "you have no permission",
  EPERM: "you have no permission",
  EROFS: "nothing can be written there",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of its path is not a folder",
  ENOSPC: "the disk is full",
};
