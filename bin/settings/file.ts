// Settings in a file, for the moment until they are in the parameter.
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { cannotRead, cannotWrite } from "../file-refusal.ts";
import { exitCodes, UserError } from "../user-error.ts";

export function readSettingsFile(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw cannotRead(file, error);
  }
}

/** @throws UserError if there is a file already, unless it is to be replaced */
export function refuseToReplace(file: string): void {
  if (!existsSync(file)) return;
  throw new UserError(
    `${file} is there already, and may hold the only copy of a secret. Begin with what it holds by --from ${file} --force, write another with -o, or delete it.`,
    exitCodes.usage,
  );
}

/** Readable by its owner alone. What was there before is whole until the new one is. */
export function writeSettingsFile(file: string, text: string): void {
  const draft = `${file}.new`;
  try {
    // A draft that was left behind may be readable by others.
    rmSync(draft, { force: true });
    writeFileSync(draft, text, { mode: 0o600, flag: "wx" });
    renameSync(draft, file);
  } catch (error) {
    throw cannotWrite(file, error);
  }
}
