// What keeps the counts on this machine from being read or kept, in a sentence that says what to do.
import { exitCodes, UserError } from "./user-error.ts";

/** The store's own sentences say what to do; the system's are about one of its calls. */
export function tellStoreFault(error: Error, directory: string): UserError {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) return new UserError(error.message);
  return new UserError(
    `The counts can't be kept in ${directory} (${code}). Set DATA_DIR to a folder that you may write to.`,
    exitCodes.usage,
  );
}
