// Reads the FAQ's files from a folder; what they mean is read.ts's business.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { FaqFile } from "../functions/webhook/faq/yaml.ts";

/**
 * Every .yaml file of a folder and its subfolders, in order of their paths.
 * @throws Error with a sentence for people if the folder can't be read
 */
export function readFaqFolder(folder: string): FaqFile[] {
  return listFaqFolder(folder).map((path) => ({
    path,
    text: readFileSync(join(folder, path), "utf8"),
  }));
}

/** The paths of these files, without reading them; throws alike. */
export function listFaqFolder(folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  } catch {
    throw new Error(`There is no folder "${folder}" to read a FAQ from. Name one with --faq DIR.`);
  }
  return names
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isFile())
    .filter(
      (name) => /\.ya?ml$/.test(name) && !name.split("/").some((part) => part.startsWith(".")),
    )
    .sort();
}
