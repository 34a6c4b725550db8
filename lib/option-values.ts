// The value of an option, as whoever typed it into a terminal or a file meant it.
import { DeploymentError } from "./deployment-error.ts";

export function readOneOf<Value extends string>(
  given: unknown,
  name: string,
  values: readonly Value[],
): Value | undefined {
  if (given === undefined) return undefined;
  const found = values.find((value) => value === given);
  if (found === undefined) throw notAnOption(name, values.join(" or "), given);
  return found;
}

export function readCount(given: unknown, name: string): number | undefined {
  if (given === undefined) return undefined;
  if (/^[1-9]\d{0,5}$/.test(String(given))) return Number(given);
  throw notAnOption(name, "a whole number from 1 to 999999", given);
}

export function readText(
  given: unknown,
  name: string,
  form: RegExp,
  expected: string,
): string | undefined {
  if (given === undefined) return undefined;
  if (typeof given === "string" && form.test(given)) return given;
  throw notAnOption(name, expected, given);
}

function notAnOption(name: string, expected: string, given: unknown): DeploymentError {
  return new DeploymentError(
    `The option ${name} must be ${expected}, but is ${JSON.stringify(given)}.`,
  );
}
