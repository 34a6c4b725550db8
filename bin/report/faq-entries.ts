// The entries of a FAQ by the names of its files, so that a report can be made of a broken one too.
import { basename, extname } from "node:path";
import { listFaqFolder } from "../faq-folder.ts";
import { UserError } from "../user-error.ts";

/** None where there is no such folder. */
export function faqEntries(folder: string): string[] {
  let paths: string[];
  try {
    paths = listFaqFolder(folder);
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
  // Beside the categories lie files that are no entries.
  return paths.filter((path) => path.includes("/")).map((path) => basename(path, extname(path)));
}

/** What is told beside a report where there is no such folder: its name may be misspelt. */
export function missingFaqNotes(folder: string): string[] {
  try {
    listFaqFolder(folder);
    return [];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [`${error.message} Only entries that were asked about are listed.`];
  }
}
