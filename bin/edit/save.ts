// Writes edited files of a FAQ back, and never one that would lose something by it.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../user-error.ts";
import { applyEdits, type TextEdit } from "./text-edit.ts";

export interface FileEdits {
  /** Relative to the FAQ's folder. */
  readonly path: string;
  readonly edits: readonly TextEdit[];
}

/**
 * Edits files in place; none of them if one can't be edited.
 * @throws UserError if one isn't UTF-8 or can't be written to
 */
export function saveEdits(folder: string, files: readonly FileEdits[]): void {
  const edited = files.map(({ path, edits }) => {
    const file = join(folder, path);
    return { file, text: applyEdits(readExactly(file), edits) };
  });
  for (const { file, text } of edited) writeText(file, text);
}

/** @throws UserError if the file is there already, or can't be written */
export function writeText(file: string, text: string, flag: "w" | "wx" = "w"): void {
  try {
    writeFileSync(file, text, { flag });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UserError(
      code === "EEXIST" ? `${file} is there already.` : `Can't write ${file}: ${code}.`,
    );
  }
}

/**
 * The text of a file that is to be written back: bytes that are no UTF-8 would become other ones.
 * @throws UserError if it holds such bytes
 */
export function readExactly(file: string): string {
  const bytes = readFileSync(file);
  const text = bytes.toString("utf8");
  if (Buffer.from(text, "utf8").equals(bytes)) return text;
  throw new UserError(`${file} is not UTF-8 throughout. Save it as UTF-8, then try again.`);
}
