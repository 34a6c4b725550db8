// What a storm knows of every question that was asked: the facts by which the bot is judged.
import type { WebhookName } from "../../../functions/webhook/channels/names.ts";

/** What is to be counted once: a message, or the feedback on one answer however often it is given. */
export interface Question {
  readonly number: number;
  readonly channel: WebhookName;
  /** The key of its event. */
  readonly key: string;
  readonly messages: Message[];
  timesCounted: number;
  /** How often the bot said that it had answered without counting. */
  timesUncounted: number;
  isAcknowledged: boolean;
  /** The platform refused the answer for good, or it came too late to be one. */
  isExcused: boolean;
  readonly replies: Reply[];
  /** The first answer, word by word: every other must be the same. */
  answer: string | undefined;
}

/** What a person sent. */
export interface Message {
  readonly question: Question;
  readonly id: string;
  readonly person: number;
  readonly content: { readonly text: string } | { readonly payload: string };
  readonly sentAtMs: number;
  /** `entry#language#channel#outcome`, from what was asked alone. */
  readonly sortKey: string;
}

/** An answer that a platform took. */
export interface Reply {
  readonly progress: Progress;
  /** Whether the bot heard of it; `undefined` while it waits, or died waiting. */
  wasHeard: boolean | undefined;
}

/** How far one call of the handler came with one question. */
export interface Progress {
  hasClaimed: boolean;
  /** `outdone`: without any fault, somebody else had taken the message over. */
  mark: "none" | "applied" | "failed" | "outdone";
  hasDied: boolean;
}

/** One call of the handler. */
export interface Handling {
  readonly process: Process;
  readonly messages: readonly Message[];
  readonly startedAtMs: number;
  /** The time that the request itself is signed with, where it is. */
  readonly signedAtMs: number | undefined;
  readonly progress: Map<Question, Progress>;
  /** Those that the log has told the end of; the last one, unless nobody knows which it was. */
  readonly ended: Set<Question>;
  lastEnded: Question | undefined;
  /** Lines of the log that say "uncounted" of a message that nobody knows. */
  unnamedUncounted: number;
  isOver: boolean;
  /** Told when the process has died. */
  readonly onDeath: () => void;
}

/** An instance of the bot: its memory goes when it dies. */
export interface Process {
  readonly number: number;
  /** How far its clock is ahead. */
  readonly skewMs: number;
  /** Requests that it takes at once: one on Lambda. */
  readonly capacity: number;
  readonly handlings: Set<Handling>;
  isAlive: boolean;
  /** It stands still until then. */
  stalledUntilMs: number;
}

/** On whose behalf code runs: a call of the handler, and the question it is about if it is known. */
export interface Thread {
  readonly handling: Handling;
  readonly question: Question | undefined;
}

export function progressOf({ progress }: Handling, question: Question): Progress {
  const known = progress.get(question);
  if (known) return known;
  const begun: Progress = { hasClaimed: false, mark: "none", hasDied: false };
  progress.set(question, begun);
  return begun;
}
