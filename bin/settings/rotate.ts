// One secret of the parameter gets a second value, or loses its first.
import { readSettings } from "../../functions/webhook/settings.ts";
import { valuesIn } from "../../functions/webhook/settings-source.ts";
import { exitCodes, UserError } from "../user-error.ts";
import { stepsAfterRotation } from "./after-rotation.ts";
import type { Asker } from "./asker.ts";
import { readGiven } from "./given.ts";
import { problemWith, type Values } from "./known.ts";
import { noParameter, openParameter, readEncrypted } from "./parameter.ts";
import type { Place } from "./place.ts";
import {
  bothValues,
  newValue,
  pepperCannotRotate,
  problemWithNew,
  refuseSecondRotation,
  rotatable,
} from "./rotation.ts";
import { makeSecret } from "./secrets.ts";
import { inUse, tellDone } from "./tell.ts";
import { checkSize, textOf } from "./text.ts";

export interface RotateOptions {
  readonly set?: string[];
  readonly finish?: boolean;
  readonly force?: boolean;
}

export async function rotateSecret(
  name: string,
  options: RotateOptions,
  place: Place,
  asker: Asker | undefined,
): Promise<void> {
  if (name === "PEPPER" && (options.finish || !options.force)) {
    throw new UserError(pepperCannotRotate, exitCodes.usage);
  }
  const given = readGiven(options.set ?? [], process.env);
  if (Object.keys(given).some((other) => other !== name) || (options.finish && options.set)) {
    throw new UserError(
      `--set gives the new value of ${name}, at the beginning of its rotation.`,
      exitCodes.usage,
    );
  }
  const parameter = openParameter(place.parameter);
  const text = await readEncrypted(parameter);
  if (text === undefined) throw new UserError(noParameter(place));
  const values = valuesIn(text, place.parameter);
  const value = await rotated(name, values, given[name], options, place, asker);
  const result = { ...values, [name]: value };
  readSettings(result);
  const sizeWarning = checkSize(result, place.options);
  await parameter.write(textOf(result), "replacement");
  tellDone(tellRotation(name, options, place), [sizeWarning]);
}

async function rotated(
  name: string,
  values: Values,
  given: string | undefined,
  { finish }: RotateOptions,
  { options }: Place,
  asker: Asker | undefined,
): Promise<string> {
  if (name === "PEPPER") return given ?? makeSecret(name) ?? "";
  const value = rotatable(name, values, options);
  if (finish) return newValue(name, value);
  refuseSecondRotation(name, value, options);
  return bothValues(
    name,
    value,
    given ?? makeSecret(name) ?? (await askForNew(name, value, asker)),
  );
}

function askForNew(name: string, old: string, asker: Asker | undefined): Promise<string> {
  if (!asker) {
    throw new UserError(
      `The new value of ${name} can't be made here. Give it with --set ${name}, from the environment.`,
      exitCodes.usage,
    );
  }
  return asker.hidden({
    text: `The new value of ${name}`,
    problem: (answer) => problemWith(name, answer) ?? problemWithNew(name, old, answer),
  });
}

function tellRotation(name: string, { finish }: RotateOptions, place: Place): string[] {
  if (name === "PEPPER") return ["PEPPER is replaced.", inUse];
  if (finish) return [`${name} holds its new value alone now.`, inUse];
  const steps = stepsAfterRotation(name, place).map((step, at) => `${at + 1}. ${step}`);
  return [`${name} holds its old and a new value now. Next:`, ...steps];
}
