// A storm: the real handler in virtual time, with everything around it failing as a seed has it.
import type { BotData } from "../../../functions/webhook/bot-data.ts";
import { type WebhookName, webhookMethods } from "../../../functions/webhook/channels/names.ts";
import { Database } from "../../counts/dynamo-stand-in.ts";
import { askTaps, askText } from "./asking.ts";
import { createChance } from "./chance.ts";
import { createClock } from "./clock.ts";
import { type StoreSpell, storeSpells } from "./dynamo-client.ts";
import type { Message, Question, Thread } from "./facts.ts";
import { createInstances, type InstanceWorld, type Plant } from "./instances.ts";
import { createJudge, type Problem, type RepeatCause } from "./judge.ts";
import {
  callingChannels,
  createStormFetch,
  type LineMemory,
  platformSpells,
  rememberToken,
} from "./platforms.ts";
import { createRecorder } from "./record.ts";
import { createSenders, type Senders } from "./senders.ts";
import { spellsOf } from "./spells.ts";
import { useVirtualTimers } from "./timers.ts";

export interface StormOptions {
  readonly data: BotData;
  readonly seed: number;
  /** New messages come until there were so many deliveries. */
  readonly deliveries: number;
  /** The question whose steps are wanted. */
  readonly storyOf?: number;
  readonly plant?: Plant;
  readonly onProgress?: (deliveries: number) => void;
}

export interface StormResult {
  readonly seed: number;
  readonly virtualMs: number;
  readonly questions: number;
  readonly messages: number;
  readonly deliveries: number;
  readonly faults: ReadonlyMap<string, number>;
  readonly endings: ReadonlyMap<string, number>;
  readonly acknowledged: number;
  readonly counted: number;
  readonly uncounted: number;
  /** Answers that a person got again, by cause. */
  readonly repeats: ReadonlyMap<RepeatCause, number>;
  readonly problems: readonly Problem[];
  readonly digest: string;
  readonly story: readonly string[];
}

const tables = { countsTable: "counts", eventsTable: "events" };

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** Noon in Jakarta, so that the first midnight is not far. */
const startMs = Date.UTC(2026, 10, 23, 5);

export async function runStorm(options: StormOptions): Promise<StormResult> {
  const chance = createChance(options.seed);
  const clock = createClock<Thread>(startMs, ({ handling: { process } }) =>
    process.isAlive ? process.stalledUntilMs : "never",
  );
  const recorder = createRecorder(clock.nowMs, options.storyOf);
  const judge = createJudge();
  const questions = new Map<number, Question>();
  const questionsByKey = new Map<string, Question>();
  const timers = useVirtualTimers(clock);
  const line: LineMemory = { questions: new Map(), tokens: new Map(), retryKeys: new Set() };
  const database = openDatabase();
  const storeClimate = { kinds: storeSpells, calmMs: 40 * minuteMs, spellMs: 4 * minuteMs };
  const platformClimate = { kinds: platformSpells, calmMs: 3 * hourMs, spellMs: 15 * minuteMs };
  const platformSpell = Object.fromEntries(
    callingChannels.map((channel) => [channel, spellsOf(platformClimate, chance, startMs)]),
  );

  const common = {
    clock,
    chance,
    recorder,
    judge,
    questions,
    deadlineOf: timers.deadlineOf,
  };
  const fetch = createStormFetch({
    ...common,
    line,
    platformSpellAt: (channel, nowMs) => platformSpell[channel]?.(nowMs),
  });
  const world: InstanceWorld = {
    ...common,
    data: options.data,
    fetch,
    tables,
    plant: options.plant ?? {},
    database,
    questionsByKey,
    storeSpellAt: spellsOf<StoreSpell>(storeClimate, chance, startMs),
  };
  const senders = createSenders(createInstances(world), world);
  const people = createPeople({ ...world, line, questionsByKey, questions }, senders, options);
  const onRejection = () => judge.note("unhandled rejection", undefined, "nobody handled an error");

  const { stackTraceLimit } = Error;
  process.on("unhandledRejection", onRejection);
  try {
    // A storm makes errors by the thousand, and nobody reads where they were made.
    Error.stackTraceLimit = 0;
    people.begin();
    forgetOldEvents(world, () => clock.nowMs() < people.quietAtMs());
    await clock.run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
    process.off("unhandledRejection", onRejection);
    timers.restore();
  }

  judge.close(questions.values(), {
    counts: database.items(tables.countsTable),
    events: database.items(tables.eventsTable),
  });
  const all = [...questions.values()];
  const sum = (numberOf: (question: Question) => number) =>
    all.reduce((total, question) => total + numberOf(question), 0);
  return {
    seed: options.seed,
    virtualMs: clock.nowMs() - startMs,
    questions: all.length,
    messages: sum(({ messages }) => messages.length),
    deliveries: senders.deliveries(),
    faults: recorder.faults,
    endings: judge.endings,
    acknowledged: sum(({ isAcknowledged }) => Number(isAcknowledged)),
    counted: sum(({ timesCounted }) => timesCounted),
    uncounted: sum(({ timesUncounted }) => timesUncounted),
    repeats: judge.repeats,
    problems: judge.problems,
    digest: recorder.digest(),
    story: recorder.story,
  };
}

function openDatabase(): Database {
  const database = new Database();
  const create = (TableName: string, ...names: string[]) =>
    database.perform(
      "CreateTable",
      { TableName, KeySchema: names.map((AttributeName) => ({ AttributeName })) },
      undefined,
    );
  create(tables.countsTable, "pk", "sk");
  create(tables.eventsTable, "pk");
  return database;
}

/** DynamoDB deletes what is past its time, some time later. */
function forgetOldEvents(
  { clock, chance, database }: Pick<InstanceWorld, "clock" | "chance" | "database">,
  isOn: () => boolean,
): void {
  const sweep = () => {
    database.expire(tables.eventsTable, "x", Math.floor(clock.nowMs() / 1000));
    if (isOn()) clock.after(hourMs * chance.between(6, 24), sweep);
  };
  clock.after(24 * hourMs, sweep);
}

interface People {
  begin(): void;
  /** When nothing of theirs is under way any more. */
  quietAtMs(): number;
}

interface PeopleWorld extends Pick<InstanceWorld, "clock" | "chance"> {
  readonly line: LineMemory;
  readonly questions: Map<number, Question>;
  readonly questionsByKey: Map<string, Question>;
}

const channels = Object.keys(webhookMethods) as WebhookName[];
/** How many messages one request of a channel may bring. */
const largestBatch: Partial<Record<WebhookName, number>> = { whatsapp: 8, messenger: 4, line: 3 };

/** The people who ask, in bursts and pauses, until there were enough deliveries. */
function createPeople(
  { clock, chance, line, questions, questionsByKey }: PeopleWorld,
  senders: Senders,
  { deliveries, onProgress }: StormOptions,
): People {
  let lastAskedAtMs = 0;
  let isBurst = false;

  function ask(): void {
    const channel = chance.oneOf(channels);
    // Platforms sign times in whole seconds, most of them.
    const sentAtMs = Math.floor(clock.nowMs() / 1000) * 1000;
    const hasTaps = channel === "whatsapp" && chance.happens(0.1);
    const taps = hasTaps ? chance.oneOf([1, 2, 3]) : 0;
    const size = !hasTaps && chance.happens(0.15) ? batchOf(channel) : 1;
    const messages: Message[] = [];
    for (let n = 0; n < size; n++) {
      const number = questions.size + 1;
      const question = hasTaps
        ? askTaps(number, taps, sentAtMs, chance)
        : askText(channel, number, sentAtMs, chance);
      questions.set(number, question);
      questionsByKey.set(question.key, question);
      messages.push(...question.messages);
      if (channel === "line") rememberToken(question, clock.nowMs(), line);
    }
    // Now and then a platform can't reach the bot for days.
    const lateMs = chance.happens(0.01) ? 24 * hourMs * chance.between(0, 6.5) : 0;
    const bring = (brought: readonly Message[], afterMs: number) =>
      senders.bring(channel, brought, lateMs + afterMs);
    if (hasTaps) {
      for (const message of messages) bring([message], 1000 + chance.between(0, 3000));
    } else bring(messages, chance.between(100, 1500));
  }

  const batchOf = (channel: WebhookName) =>
    Math.ceil(chance.between(0, largestBatch[channel] ?? 1));

  let reported = 0;
  const next = () => {
    const soFar = senders.deliveries();
    if (soFar - reported >= 5000) {
      reported = soFar;
      onProgress?.(soFar);
    }
    if (soFar >= deliveries) return;
    ask();
    lastAskedAtMs = clock.nowMs();
    if (chance.happens(0.02)) isBurst = !isBurst;
    clock.after(chance.around(isBurst ? 50 : 12_000), next);
  };

  return {
    begin: next,
    quietAtMs: () => lastAskedAtMs + 13 * 24 * hourMs,
  };
}
