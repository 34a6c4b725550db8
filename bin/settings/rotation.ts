// One secret gives way to another: both are valid meanwhile, so that no message is refused.

import { faqCommand } from "../../lib/faq-command.ts";
import { exitCodes, UserError } from "../user-error.ts";
import { holdsTwo, type Values } from "./known.ts";

/**
 * The value that there is, if it can be rotated.
 * @throws UserError with the way to change it instead
 */
export function rotatable(name: string, values: Values, placeOptions: string): string {
  const value = values[name];
  if (!value) {
    throw new UserError(
      `${name} is not set, so there is nothing to rotate. Set it: ${faqCommand(`settings --put --set ${name}${placeOptions}`)}`,
      exitCodes.usage,
    );
  }
  const [first = ""] = value.split(" ");
  if (!holdsTwo(name, first)) {
    throw new UserError(
      `${name} is not a secret, and holds one value. Change it: ${faqCommand(`settings --put --set ${name}=…${placeOptions}`)}`,
      exitCodes.usage,
    );
  }
  return value;
}

/** @throws UserError if a rotation is under way already */
export function refuseSecondRotation(name: string, value: string, placeOptions: string): void {
  if (value.includes(" ")) {
    throw new UserError(
      `${name} holds two values already: finish that rotation first. ${faqCommand(`settings rotate ${name} --finish${placeOptions}`)}`,
    );
  }
}

/** What is wrong with the value that is to follow another, in a sentence. */
export function problemWithNew(name: string, old: string, fresh: string): string | undefined {
  if (fresh.includes(" ")) return `Give the new value of ${name} alone: the old one stays.`;
  return fresh === old ? `That is the value which ${name} has already.` : undefined;
}

/** `old new` @throws UserError if the new one is none */
export function bothValues(name: string, old: string, fresh: string): string {
  const problem = problemWithNew(name, old, fresh);
  if (problem) throw new UserError(problem, exitCodes.usage);
  return `${old} ${fresh}`;
}

/** The new one alone. @throws UserError if there is only one */
export function newValue(name: string, value: string): string {
  const [, fresh] = value.split(" ");
  if (fresh === undefined) {
    throw new UserError(`${name} holds one value: there is no rotation to finish.`);
  }
  return fresh;
}

export const pepperCannotRotate =
  "PEPPER can't hold two values: it is replaced at once, and only with --force. A message that is being delivered again at that moment may be counted twice, and so may a second tap on a button that was tapped before. Nothing else depends on it.";
