// The entries of a FAQ by the names of its files, so that a report can be made of a broken one too.
import { basename, extname } from "node:path";
import { listFaqFolder } from "../faq-folder.ts";
import { UserError } from "../user-error.ts";

/** None where there is no such folder. */
export function faqEntries(folder: string): string[] {
  const paths = listed(folder);
  if (paths instanceof UserError) return [];
  // Beside the categories lie files that are no entries.
  return paths.filter((path) => path.includes("/")).map((path) => basename(path, extname(path)));
}

/** What is told beside a report where there is no such folder: its name may be misspelt. */
export function missingFaqNotes(folder: string): string[] {
  const paths = listed(folder);
  return paths instanceof UserError
    ? [`${paths.message} Only entries that were asked about are listed.`]
    : [];
}

/** The paths in the folder, or why it can't be listed. */
function listed(folder: string): string[] | UserError {
  try {
    return listFaqFolder(folder);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}
