// New settings into a file, for an operator who puts them on AWS by hand.
import { shellWord } from "../shell-word.ts";
import type { Asker } from "./asker.ts";
import { refuseToReplace, writeSettingsFile } from "./file.ts";
import { makeSettings } from "./make.ts";
import type { Place } from "./place.ts";
import { inUse, tellDone, tellMade, toEnterElsewhere } from "./tell.ts";
import { checkSize, textOf } from "./text.ts";
import { type WishOptions, wishesIn } from "./wishes.ts";

export interface WriteOptions extends WishOptions {
  readonly output?: string;
}

export async function writeSettings(
  options: WriteOptions,
  place: Place,
  asker: Asker | undefined,
): Promise<void> {
  const file = options.output ?? "settings.json";
  // Before anybody is asked for anything.
  if (!options.force) refuseToReplace(file);
  const wishes = wishesIn(options, undefined);
  const made = await makeSettings(wishes, asker);
  const sizeWarning = checkSize(made.values, place.options);
  const text = textOf(made.values);
  writeSettingsFile(file, text);
  // A parameter that must not exist yet can't lose its PEPPER.
  const overwrite = wishes.formerPepper === undefined ? "" : " --overwrite";
  const elsewhere = toEnterElsewhere(made);
  const lines = [
    `${file} holds ${tellMade(made, text)}`,
    ...(elsewhere.length > 0
      ? [`To be entered elsewhere too, so copy it from the file: ${elsewhere.join(", ")}.`]
      : []),
    "",
    "Put them where the bot reads them, then delete the file:",
    `  aws ssm put-parameter --name ${place.parameter} --type SecureString${overwrite} --value ${shellWord(`file://${file}`)}`,
    `  rm ${shellWord(file)}`,
    "",
    inUse,
  ];
  tellDone(lines, [...made.warnings, sizeWarning]);
}
