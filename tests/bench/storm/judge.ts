// Judges the bot by the facts of a storm: what it promised of every question, and of the two tables.
import type { WebhookName } from "../../../functions/webhook/channels/names.ts";
import { shardOf } from "../../../functions/webhook/counts/event-key.ts";
import { partitionKey } from "../../../functions/webhook/counts/partition.ts";
import type { CountAddress } from "../../../functions/webhook/counts/store.ts";
import type { LogRecord } from "../../../functions/webhook/log-record.ts";
import type { Answer } from "../../handler-under-test.ts";
import type { Handling, Message, Progress, Question, Reply, Thread } from "./facts.ts";

export interface Problem {
  readonly kind: ProblemKind;
  /** The question concerned, if it is about one. */
  readonly question: number | undefined;
  readonly words: string;
}

export type ProblemKind =
  /** Counted twice. */
  | "double"
  /** Acknowledged, but neither counted nor said to be uncounted. */
  | "lost"
  /** Acknowledged, but the person got no answer. */
  | "unanswered"
  /** Answered twice although nothing had gone wrong. */
  | "double reply"
  /** Answered in other words than before. */
  | "other words"
  /** Counted for another day, entry, language, channel or outcome than was asked. */
  | "wrong cell"
  /** A table holds what it must not. */
  | "table"
  /** A status that no platform should see. */
  | "status"
  | "unhandled rejection";

/** Why a person got an answer again. */
export const repeatCauses = [
  "the process died between sending and marking",
  "the platform's answer was lost",
  "the mark failed",
  "the store could not be asked",
] as const;
export type RepeatCause = (typeof repeatCauses)[number];

export interface Judge {
  readonly problems: readonly Problem[];
  /** How often a message came to each end, as the log has it. */
  readonly endings: ReadonlyMap<string, number>;
  /** How often the bot answered again, by cause. */
  readonly repeats: ReadonlyMap<RepeatCause, number>;
  note(kind: ProblemKind, question: Question | undefined, words: string): void;
  /** A claim was written. `askedAtMs` is when the process sent it, by its own clock. */
  counted(handling: Handling, question: Question, address: CountAddress, askedAtMs: number): void;
  /** A platform took an answer. */
  taken(question: Question, progress: Progress, words: string): Reply;
  logged(thread: Thread, record: LogRecord, nowMs: number): void;
  /** The handler's own answer to a request. */
  answered(handling: Handling, answer: Answer, nowMs: number): void;
  /** When nothing is left to happen. */
  close(questions: Iterable<Question>, tables: Tables): void;
}

type Attributes = Readonly<Record<string, { readonly S: string } | { readonly N: string }>>;

export interface Tables {
  readonly counts: readonly Attributes[];
  readonly events: readonly Attributes[];
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** WhatsApp lets a business answer for a day; the bot holds to that everywhere. */
const answerableMs = dayMs;
const staleAfterMs = 8 * dayMs;
/** Channels on which one message that can't be answered would hold up the others. */
const givesUpAfterMs: Partial<Record<WebhookName, number>> = {
  telegram: 60 * minuteMs,
  messenger: 45 * minuteMs,
};
/** Those that are answered by the response itself. */
const responding: readonly WebhookName[] = ["generic", "twilio"];

export function createJudge(): Judge {
  const problems: Problem[] = [];
  const repeats = new Map<RepeatCause, number>();
  const endings = new Map<string, number>();
  const expected = new Map<string, number>();
  const note = (kind: ProblemKind, question: Question | undefined, words: string) => {
    problems.push({ kind, question: question?.number, words });
  };
  const compareWords = (question: Question, words: string) => {
    // Thanks for one tap may differ from thanks for another.
    if (question.messages.length > 1) return;
    question.answer ??= words;
    if (question.answer !== words)
      note("other words", question, "it was answered otherwise before");
  };

  return {
    problems,
    endings,
    repeats,
    note,
    counted(handling, question, address, askedAtMs) {
      question.timesCounted += 1;
      const cell = `${address.pk} ${address.sk}`;
      const cells = cellsOf(handling, question, askedAtMs);
      if (!cells.includes(cell)) note("wrong cell", question, `${cell} instead of ${cells}`);
      const due = cells.includes(cell) ? cell : (cells[0] ?? "");
      expected.set(due, (expected.get(due) ?? 0) + 1);
    },
    taken(question, progress, words) {
      compareWords(question, words);
      const reply: Reply = { progress, wasHeard: undefined };
      question.replies.push(reply);
      return reply;
    },
    logged(thread, { event, ending }, nowMs) {
      const end = event === "stale" ? event : ending;
      if (end !== undefined) endings.set(end, (endings.get(end) ?? 0) + 1);
      if (ending !== undefined) noteEnd(thread, nowMs);
      if (event === "uncounted") noteUncounted(thread.handling);
    },
    answered(handling, { status, body }, nowMs) {
      const { messages } = handling;
      const [{ question } = { question: undefined }] = messages;
      if (status !== 200 && status !== 503) note("status", question, `status ${status}`);
      nameUncounted(handling);
      if (status !== 200) return;
      for (const message of messages) acknowledge(message, nowMs);
      if (question && responding.includes(question.channel)) compareWords(question, body);
    },
    close(questions, tables) {
      for (const question of questions) {
        judgeQuestion(question, note);
        for (const cause of causesOfRepeats(question)) {
          repeats.set(cause, (repeats.get(cause) ?? 0) + 1);
        }
      }
      compareCounts(tables.counts, expected, note);
      checkItems(tables, note);
    },
  };
}

/**
 * A message of many may end without a call to anybody, right after another one: then the log says
 * that a message has ended which is known to have ended before.
 */
function noteEnd({ handling, question }: Thread, nowMs: number): void {
  const isNew = question !== undefined && !handling.ended.has(question);
  handling.lastEnded = isNew ? question : undefined;
  if (!isNew) return;
  handling.ended.add(question);
  if (isGivenUp(question, nowMs)) question.isExcused = true;
}

/** The line follows the one about the end. */
function noteUncounted(handling: Handling): void {
  if (handling.lastEnded) handling.lastEnded.timesUncounted += 1;
  else handling.unnamedUncounted += 1;
}

/** Lines about a message that nobody knew are of those that never were heard of otherwise. */
function nameUncounted(handling: Handling): void {
  for (const { question } of handling.messages) {
    if (handling.unnamedUncounted === 0) return;
    if (handling.ended.has(question)) continue;
    handling.unnamedUncounted -= 1;
    question.timesUncounted += 1;
  }
}

function acknowledge({ question, sentAtMs }: Message, nowMs: number): void {
  const ageMs = nowMs - sentAtMs;
  // Such a replay is dropped without a look at what it is about.
  if (ageMs > staleAfterMs && question.channel !== "twilio") return;
  question.isAcknowledged = true;
  if (ageMs > answerableMs) question.isExcused = true;
}

function isGivenUp({ channel, messages }: Question, nowMs: number): boolean {
  const afterMs = givesUpAfterMs[channel] ?? Number.POSITIVE_INFINITY;
  return messages.some(({ sentAtMs }) => nowMs - sentAtMs > afterMs);
}

/** The cells that a claim may count in; more than one where it is the bot that tells the time. */
function cellsOf(handling: Handling, question: Question, askedAtMs: number): string[] {
  const { messages, startedAtMs, signedAtMs, process } = handling;
  const message = messages.find((message) => message.question === question);
  if (!message) return [];
  const shard = shardOf(question.key);
  const timesMs =
    question.channel === "twilio"
      ? [startedAtMs + process.skewMs, askedAtMs]
      : [signedAtMs ?? message.sentAtMs];
  return timesMs.map((ms) => `${partitionKey(dayInJakarta(ms), shard)} ${message.sortKey}`);
}

/** Jakarta has no summer time. */
function dayInJakarta(ms: number): string {
  return new Date(ms + 7 * 60 * minuteMs).toISOString().slice(0, 10);
}

type Note = Judge["note"];

function judgeQuestion(question: Question, note: Note): void {
  const { channel, timesCounted, timesUncounted, isAcknowledged, isExcused, replies } = question;
  if (timesCounted > 1) note("double", question, `counted ${timesCounted} times`);
  if (!isAcknowledged) return;
  if (timesCounted + timesUncounted === 0) note("lost", question, "acknowledged, never counted");
  if (replies.length === 0 && !isExcused && !responding.includes(channel)) {
    note("unanswered", question, "acknowledged, never answered");
  }
  const clean = replies.filter((reply) => causeOf(reply) === undefined);
  if (clean.length > 1) note("double reply", question, `answered ${clean.length} times`);
}

/** What went wrong with a reply; `undefined` if after it there was nothing left to do. */
function causeOf({ progress, wasHeard }: Reply): RepeatCause | undefined {
  const { hasClaimed, mark, hasDied } = progress;
  if (!hasClaimed) return "the store could not be asked";
  if (wasHeard === false) return "the platform's answer was lost";
  if (mark === "applied" || mark === "outdone") return undefined;
  return hasDied ? "the process died between sending and marking" : "the mark failed";
}

function causesOfRepeats({ replies }: Question): RepeatCause[] {
  const causes = replies.map(causeOf).filter((cause) => cause !== undefined);
  return causes.slice(0, Math.max(0, replies.length - 1));
}

function compareCounts(
  items: readonly Attributes[],
  expected: ReadonlyMap<string, number>,
  note: Note,
): void {
  const found = new Map(
    items.map((item) => [`${textOf(item.pk)} ${textOf(item.sk)}`, Number(textOf(item.n))]),
  );
  for (const cell of new Set([...found.keys(), ...expected.keys()])) {
    const [has, due] = [found.get(cell) ?? 0, expected.get(cell) ?? 0];
    if (has !== due) note("table", undefined, `${cell} has ${has} instead of ${due}`);
  }
}

const countForm = { pk: /^\d{4}-\d\d-\d\d#[0-7]$/, sk: /^[\w-]+(#[\w-]+){3}$/, n: /^\d+$/ };
const doneForm = { pk: /^v1#[\w-]{22}$/, s: /^D$/, x: /^\d{10}$/ };
const pendingForm = { ...doneForm, s: /^P$/, o: /^[0-9a-f-]{36}$/, l: /^(0|\d{10})$/ };

/** Nothing may be kept but what is on the list. */
function checkItems({ counts, events }: Tables, note: Note): void {
  for (const item of counts) {
    if (!hasForm(item, countForm)) note("table", undefined, "an item of the counts is no count");
  }
  for (const item of events) {
    if (!hasForm(item, doneForm) && !hasForm(item, pendingForm)) {
      note("table", undefined, "an item of the events is no event");
    }
  }
}

function hasForm(item: Attributes, form: Readonly<Record<string, RegExp>>): boolean {
  const names = Object.keys(item);
  return (
    names.length === Object.keys(form).length &&
    names.every((name) => form[name]?.test(textOf(item[name])))
  );
}

function textOf(value: Attributes[string] | undefined): string {
  if (!value) return "";
  return "S" in value ? value.S : value.N;
}
