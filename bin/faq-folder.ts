// Reads the FAQ's files from a folder; what they mean is read.ts's business.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { isFaqFile } from "../functions/webhook/faq/file-name.ts";
import type { FaqFile } from "../functions/webhook/faq/yaml.ts";
import { cannotRead } from "./file-refusal.ts";
import { exitCodes, UserError } from "./user-error.ts";

/**
 * Every file of a FAQ in a folder and its subfolders, in order of their paths.
 * @throws UserError if the folder can't be read
 */
export function readFaqFolder(folder: string): FaqFile[] {
  return listFaqFolder(folder).map((path) => ({ path, text: readText(join(folder, path)) }));
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw cannotRead(path, error);
  }
}

/** The paths of these files, without reading them; throws alike. */
export function listFaqFolder(folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const isThere = code === "EACCES" || code === "EPERM";
    throw new UserError(
      isThere
        ? `${folder} can't be read (${code}). Let yourself read it, or name another with --faq DIR.`
        : `There is no folder "${folder}" to read a FAQ from. Name one with --faq DIR.`,
      exitCodes.usage,
    );
  }
  return names
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => isFaqFile(name) && isFile(join(folder, name)))
    .sort();
}

/** A link that leads round in a circle leads to no file. */
function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
