// What `--set` gives: NAME=VALUE, or NAME alone for a value that waits in the environment.
import { checkSetting } from "../../functions/webhook/settings.ts";
import { exitCodes, UserError } from "../user-error.ts";
import { knownName, type Values } from "./known.ts";

/** @throws UserError or SettingsError, neither of which repeats a value */
export function readGiven(texts: readonly string[], environment: NodeJS.ProcessEnv): Values {
  const given: Record<string, string> = {};
  for (const text of texts) {
    const [before = "", ...after] = text.split("=");
    const name = knownName(before);
    const value = after.length > 0 ? after.join("=") : environment[name];
    if (value === undefined) {
      throw new UserError(
        `There is no ${name} in the environment. Export it first: --set ${name} takes its value from there.`,
        exitCodes.usage,
      );
    }
    checkSetting(name, value);
    given[name] = value;
  }
  return given;
}
