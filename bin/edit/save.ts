// Writes edited files of a FAQ back, and never one that would lose something by it.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FaqFile } from "../../functions/webhook/faq/yaml.ts";
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
  const edited = files.map(({ path, edits }) => ({
    path,
    text: applyEdits(readExactly(join(folder, path)), edits),
  }));
  for (const { path, text } of edited) writeText(join(folder, path), text);
}

/**
 * Writes whole texts over the files that they were made from; over none of them if one can't be.
 * @throws UserError if one isn't UTF-8 or can't be written to
 */
export function saveTexts(folder: string, files: readonly FaqFile[]): void {
  for (const { path } of files) readExactly(join(folder, path));
  for (const { path, text } of files) writeText(join(folder, path), text);
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
