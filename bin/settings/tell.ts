// What an operator is told about settings that were made.
import { numbered } from "../numbered.ts";
import type { MadeSettings } from "./make.ts";
import { titlesOf } from "./overview.ts";
import { bytesOf, tellSize } from "./text.ts";

export const inUse =
  "An instance of the bot reads them when it starts and keeps them for five minutes, so they are in use everywhere within five minutes.";

export function tellMade({ values, made, channels }: MadeSettings, text: string): string {
  return [
    `${numbered(Object.keys(values).length, "setting")}, ${tellSize(bytesOf(text))}, for ${titlesOf(channels)}.`,
    ...(made.length > 0 ? [`Made at random: ${made.join(", ")}.`] : []),
  ].join("\n");
}

/** Secrets that were made here, unseen, and that a person must also enter somewhere else. */
export function toEnterElsewhere({ made }: MadeSettings): readonly string[] {
  // Nobody else knows the one, and our own command tells Telegram the other.
  return made.filter((name) => name !== "PEPPER" && name !== "TELEGRAM_SECRET_TOKEN");
}

/** What was done goes to standard output, what to take care of beside it. */
export function tellDone(
  lines: readonly string[],
  warnings: readonly (string | undefined)[],
): void {
  process.stdout.write(`${lines.join("\n")}\n`);
  for (const warning of warnings) if (warning) process.stderr.write(`${warning}\n`);
}
