// The entries of a FAQ by the names of its files, so that a report can be made of a broken one too.
import { basename, extname } from "node:path";
import { listFaqFolder } from "../faq-folder.ts";

/** None where there is no such folder. */
export function faqEntries(folder: string): string[] {
  let paths: string[];
  try {
    paths = listFaqFolder(folder);
  } catch {
    return [];
  }
  // Beside the categories lie files that are no entries.
  return paths.filter((path) => path.includes("/")).map((path) => basename(path, extname(path)));
}
