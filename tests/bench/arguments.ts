// What a bench is told, refused in a sentence before anything takes its minutes.
import { exitCodes, UserError } from "../../bin/user-error.ts";

/** @throws UserError */
export function wholeNumber(option: string, text: string, fewest = 1): number {
  const number = Number(text);
  if (text.trim() !== "" && Number.isSafeInteger(number) && number >= fewest) return number;
  throw refusal(`${option} takes whole numbers from ${fewest} on, not "${text}".`);
}

/** @throws UserError */
export function numberBetween(option: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (text.trim() !== "" && number >= least && number <= most) return number;
  throw refusal(`${option} takes a number from ${least} to ${most}, not "${text}".`);
}

export function refusal(sentence: string): UserError {
  return new UserError(sentence, exitCodes.usage);
}

/** What `parseArgs` says to an option that there is not, in its first sentence. */
export function tellParseFault(error: unknown): string | undefined {
  const { code = "", message = "" } = error as NodeJS.ErrnoException;
  return code.startsWith("ERR_PARSE_ARGS_") ? `${message.split(/\.\s/)[0]}.` : undefined;
}
