// New settings into the parameter that the bot reads, beginning with those that are there.
import type { WebhookName } from "../../functions/webhook/channels/names.ts";
import { valuesIn } from "../../functions/webhook/settings-source.ts";
import { faqCommand } from "../../lib/faq-command.ts";
import { askablePlatforms } from "../channels/platforms.ts";
import type { Asker } from "./asker.ts";
import { countValues, type Values } from "./known.ts";
import { makeSettings } from "./make.ts";
import { openParameter, readEncrypted } from "./parameter.ts";
import type { Place } from "./place.ts";
import { readOneCommand } from "./read-one.ts";
import { inUse, tellDone, tellMade, toEnterElsewhere } from "./tell.ts";
import { checkSize, textOf } from "./text.ts";
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
    ...endedRotations(stored ?? {}, made.values),
    inUse,
    ...toRead(toEnterElsewhere(made), place.parameter),
    ...toConnect(made.concerned, place.parameter),
  ];
  tellDone(lines, [...made.warnings, sizeWarning]);
}

function endedRotations(former: Values, values: Values): string[] {
  return Object.entries(values)
    .filter(([name, value]) => countValues(name, former[name] ?? "") > countValues(name, value))
    .map(([name]) => `${name} held two values: its rotation is over.`);
}

function toRead(names: readonly string[], parameter: string): string[] {
  if (names.length === 0) return [];
  return [
    "",
    "Enter elsewhere what was made here; to see it:",
    ...names.map((name) => `  ${readOneCommand(parameter, name)}`),
  ];
}

function toConnect(channels: readonly WebhookName[], parameter: string): string[] {
  if (channels.length === 0) return [];
  const check = (name: WebhookName) => {
    const set = askablePlatforms[name] ? " --set" : "";
    return faqCommand(`channels check ${name} --url <the bot's address>${set}`);
  };
  return [
    "",
    "Once the bot is deployed, connect it:",
    ...channels.map((name) => `  SETTINGS_PARAMETER=${parameter} ${check(name)}`),
  ];
}
