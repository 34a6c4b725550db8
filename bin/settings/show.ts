// What is set, as a list for people or for programs.
import { valuesIn } from "../../functions/webhook/settings-source.ts";
import { exitCodes, UserError } from "../user-error.ts";
import { readSettingsFile } from "./file.ts";
import { formatOverview, overviewOf } from "./overview.ts";
import { noParameter, openParameter } from "./parameter.ts";
import type { Place } from "./place.ts";
import { bytesOf } from "./text.ts";

export interface ShowOptions {
  readonly from?: string;
  readonly json?: boolean;
}

export async function showSettings({ from, json }: ShowOptions, place: Place): Promise<void> {
  const where = from ?? place.parameter;
  const text = from === undefined ? await textIn(place) : readSettingsFile(from);
  const overview = overviewOf(valuesIn(text, where), bytesOf(text));
  const list = json ? JSON.stringify(overview, null, 2) : formatOverview(overview, where);
  process.stdout.write(`${list}\n`);
  if (overview.problems.length > 0) process.exitCode = exitCodes.problems;
}

async function textIn(place: Place): Promise<string> {
  const stored = await openParameter(place.parameter).read();
  if (!stored) throw new UserError(noParameter(place));
  if (!stored.isEncrypted) {
    process.stderr.write(
      `${place.parameter} is not encrypted: whoever may read parameters sees its secrets.\n`,
    );
  }
  return stored.text;
}
