// Hands a running bot one request, and says why where no answer comes back.
import { whyNoAnswer } from "../no-answer.ts";
import { UserError } from "../user-error.ts";
import { type TrialPlace, type TrialResult, trialHeader } from "./trial.ts";

/** The bot that is to answer; without a key it isn't known to be on this machine. */
export interface Addressee extends Partial<TrialPlace> {
  /** Without a slash at its end. */
  readonly url: string;
  /** A person has named its address. */
  readonly isElsewhere: boolean;
}

/** As long as a function may take that wakes and can't reach its tables at once. */
const deadlineMs = 30_000;

/** @throws UserError if no answer comes */
export async function post(
  addressee: Addressee,
  path: string,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<TrialResult> {
  const { status, text, isTrial } = await call(addressee.url + path, {
    method: "POST",
    headers,
    body,
    redirect: "manual",
    signal: AbortSignal.timeout(deadlineMs),
  }).catch((error: unknown) => {
    throw new UserError(tellNoAnswer(addressee, error));
  });
  return isTrial ? JSON.parse(text) : { status, body: text, calls: [] };
}

async function call(url: string, init: RequestInit) {
  const response = await fetch(url, init);
  const { status, headers } = response;
  return { status, text: await response.text(), isTrial: headers.has(trialHeader) };
}

function tellNoAnswer({ url, isElsewhere }: Addressee, error: unknown): string {
  const { origin } = new URL(url);
  const why = whyNoAnswer(error, deadlineMs);
  if (isElsewhere) {
    return `Nothing answers at ${origin} (${why}). Check the address, and whether the bot is there.`;
  }
  return (error as Error).name === "TimeoutError"
    ? `The bot at ${origin} is there, but gives ${why}. Its log may tell why.`
    : `Nothing answers at ${origin}. Start the bot with npm start.`;
}
