// Writes edited files of a FAQ back, and never one that would lose something by it.
import { accessSync, constants, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FaqFile } from "../../functions/webhook/faq/yaml.ts";
import { cannotRead, cannotWrite, whyNotWritten } from "../file-refusal.ts";
import { replaceFile } from "../replace-file.ts";
import { exitCodes, UserError } from "../user-error.ts";
import { applyEdits, type TextEdit } from "./text-edit.ts";

export interface FileEdits {
  /** Relative to the FAQ's folder. */
  readonly path: string;
  readonly edits: readonly TextEdit[];
}

/**
 * Edits files in place, as they were `read`; none of them if one can't be edited.
 * @throws UserError if one isn't UTF-8, has changed since, or can't be written to
 */
export function saveEdits(
  folder: string,
  files: readonly FileEdits[],
  read: readonly FaqFile[],
): void {
  const paths = files.map(({ path }) => path);
  const texts = unchangedTexts(folder, paths, read);
  const edited = files.map(({ path, edits }, at) => ({
    path,
    text: applyEdits(texts[at] ?? "", edits),
  }));
  writeAll(folder, edited);
}

/**
 * Writes whole texts over the files that they were made from, as they were `read`; over none of
 * them if one can't be.
 * @throws UserError if one isn't UTF-8, has changed since, or can't be written to
 */
export function saveTexts(
  folder: string,
  files: readonly FaqFile[],
  read: readonly FaqFile[],
): void {
  const paths = files.map(({ path }) => path);
  unchangedTexts(folder, paths, read);
  writeAll(folder, files);
}

/** Asks of each whether it may be written before it writes any. */
function writeAll(folder: string, files: readonly FaqFile[]): void {
  for (const { path } of files) assertWritable(join(folder, path));
  for (const { path, text } of files) writeText(join(folder, path), text);
}

function assertWritable(file: string): void {
  try {
    accessSync(file, constants.W_OK);
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

/**
 * What the files hold, if that is what was `read`: their author may save one at any moment.
 * @throws UserError if one holds something else, or isn't UTF-8
 */
export function unchangedTexts(
  folder: string,
  paths: readonly string[],
  read: readonly FaqFile[],
): string[] {
  const texts = paths.map((path) => readExactly(join(folder, path)));
  const changed = paths.find(
    (path, at) => read.find((file) => file.path === path)?.text !== texts[at],
  );
  if (changed === undefined) return texts;
  throw new UserError(
    `${join(folder, changed)} has changed meanwhile. Nothing was written: run it again.`,
  );
}

/** @throws UserError if the file is there already and is to be new, or can't be written */
export function writeText(file: string, text: string, flag: "w" | "wx" = "w"): void {
  try {
    if (flag === "w") replaceFile(file, text);
    else writeFileSync(file, text, { flag });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UserError(
      code === "EEXIST"
        ? `${file} is there already.`
        : `Can't write ${file}: ${whyNotWritten(error)} (${code}).`,
      exitCodes.usage,
    );
  }
}

/** @throws UserError if the folder can't be made */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw cannotWrite(folder, error);
  }
}

/**
 * The text of a file that is to be written back: bytes that are no UTF-8 would become other ones.
 * @throws UserError if it holds such bytes, or can't be read
 */
export function readExactly(file: string): string {
  const bytes = bytesOf(file);
  const text = bytes.toString("utf8");
  if (Buffer.from(text, "utf8").equals(bytes)) return text;
  throw new UserError(`${file} is not UTF-8 throughout. Save it as UTF-8, then try again.`);
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw cannotRead(file, error);
  }
}
