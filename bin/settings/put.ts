// New settings into the parameter that the bot reads, beginning with those that are there.
import { faqCommand } from "../faq-command.ts";
import type { Asker } from "./asking.ts";
import { makeSettings } from "./make.ts";
import { openParameter, readEncrypted } from "./parameter.ts";
import type { Place } from "./place.ts";
import { readOneCommand } from "./read-one.ts";
import { inUse, tellMade, toEnterElsewhere } from "./tell.ts";
import { checkSize, textOf, valuesIn } from "./text.ts";
import { type WishOptions, wishesIn } from "./wishes.ts";

export async function putSettings(
  options: WishOptions,
  place: Place,
  asker: Asker | undefined,
): Promise<void> {
  const parameter = openParameter(place.parameter);
  const storedText = await readEncrypted(parameter);
  const stored = storedText === undefined ? undefined : valuesIn(storedText, place.parameter);
  const made = await makeSettings(wishesIn(options, stored), asker);
  const sizeWarning = checkSize(made.values, place.options);
  const text = textOf(made.values);
  if (stored && textOf(stored) === text) {
    process.stdout.write(`${place.parameter} holds just that already: nothing was changed.\n`);
    return;
  }
  await parameter.write(text, stored ? "replacement" : "new");
  const gone = Object.keys(stored ?? {}).filter((name) => made.values[name] === undefined);
  const lines = [
    `${place.parameter} holds ${tellMade(made, text)}`,
    ...(gone.length > 0 ? [`No longer set: ${gone.join(", ")}.`] : []),
    inUse,
    ...toRead(toEnterElsewhere(made), place.parameter),
    ...toConnect(made.channels, place.parameter),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
  for (const warning of [...made.warnings, ...(sizeWarning ? [sizeWarning] : [])]) {
    process.stderr.write(`${warning}\n`);
  }
}

function toRead(names: readonly string[], parameter: string): string[] {
  if (names.length === 0) return [];
  return [
    "",
    "Enter elsewhere what was made here; to see it:",
    ...names.map((name) => `  ${readOneCommand(parameter, name)}`),
  ];
}

function toConnect(channels: readonly string[], parameter: string): string[] {
  const names = channels.filter((name) => name !== "web");
  if (names.length === 0) return [];
  return [
    "",
    "Once the bot is deployed, connect it:",
    ...names.map(
      (name) =>
        `  SETTINGS_PARAMETER=${parameter} ${faqCommand(`channels check ${name} --url <the bot's address>`)}`,
    ),
  ];
}
