// All kinds of request in turn, round after round, so that a busy moment of the machine hits them alike.
import { randomUUID } from "node:crypto";
import type { Progress } from "../../../bin/progress.ts";
import type { BotData } from "../../../functions/webhook/bot-data.ts";
import { createMatcher } from "../../../functions/webhook/matching/matcher.ts";
import { quantile } from "../quality/measure.ts";
import { cpuMsOf, handleFor, type Stretch } from "./measure.ts";
import { type RequestKind, requestKinds } from "./requests.ts";
import { openWorld, type World } from "./world.ts";

export interface Row {
  readonly kind: RequestKind;
  readonly delayMs: number;
  readonly perSecond: number;
  readonly perSecondAtOnce: number;
  /** Processor time of one, handled after another; what matching takes of it, and the store. */
  readonly cpuMs: number;
  readonly matchingMs: number;
  readonly storeMs: number;
  /** Calls of one message, those beside the reply among them. */
  readonly storeCalls: number;
  readonly platformCalls: number;
}

export interface RoundsOptions {
  readonly data: BotData;
  readonly texts: readonly string[];
  readonly seconds: number;
  readonly rounds: number;
  readonly atOnce: number;
  readonly delaysMs: readonly number[];
  readonly progress?: Pick<Progress, "show">;
}

interface Contender {
  readonly kind: RequestKind;
  readonly delayMs: number;
  readonly world: World;
  readonly alone: Stretch[];
  readonly together: Stretch[];
  handled: number;
}

/** Each row takes so many seconds of work, half of them one request at a time. */
export async function runRounds(options: RoundsOptions): Promise<Row[]> {
  const { data, rounds, seconds, atOnce, progress } = options;
  const texts = endlessly(options.texts);
  const contenders = requestKinds.flatMap((kind) =>
    (kind.waits ? options.delaysMs : [0]).map((delayMs): Contender => {
      const world = openWorld({ data, delayMs, knows: kind.knows });
      return { kind, delayMs, world, alone: [], together: [], handled: 0 };
    }),
  );
  const milliseconds = (seconds * 1000) / (2 * rounds);
  const { match } = createMatcher(data.model, data.lexicon);
  const matching: number[] = [];
  const counting = new Map(requestKinds.map((kind): [RequestKind, number[]] => [kind, []]));

  // The first round warms up and is thrown away.
  for (let round = 0; round <= rounds; round++) {
    const matchingMs = await cpuMsOf(() => match(texts.next().value), milliseconds);
    if (round > 0) matching.push(matchingMs);
    for (const [kind, taken] of counting) {
      const countingMs = kind.waits ? await cpuMsOf(countingOf(kind, data), milliseconds) : 0;
      if (round > 0) taken.push(countingMs);
    }
    for (const [at, contender] of contenders.entries()) {
      const { world, kind, alone, together } = contender;
      const one = await handleFor(world, kind, texts, { atOnce: 1, milliseconds });
      const many = await handleFor(world, kind, texts, { atOnce, milliseconds });
      contender.handled += one.messages + many.messages;
      if (round > 0) {
        alone.push(one);
        together.push(many);
      }
      progress?.show((round + (at + 1) / contenders.length) / (rounds + 1));
    }
  }
  const matchingMs = quantile(matching, 0.5);
  return contenders.map((contender) => ({
    ...rowOf(contender),
    matchingMs: contender.kind.matches ? matchingMs : 0,
    storeMs: quantile(counting.get(contender.kind) ?? [], 0.5),
  }));
}

/** What such a message asks of the store, and nothing else. */
function countingOf({ knows, repliesByCall }: RequestKind, data: BotData): () => Promise<void> {
  const { store } = openWorld({ data, delayMs: 0, knows });
  const eventKey = `v1#${"A".repeat(22)}`;
  const owner = randomUUID();
  const claim = { eventKey, owner, now: 1.8e9, leaseUntil: 1.8e9, expiresAt: 1.8e9 };
  const address = { pk: "2026-11-23#5", sk: "personal-messages#id#whatsapp#answer" };
  return async () => {
    await store.claimAndCount(claim, address);
    if (repliesByCall) await store.markDone(eventKey, owner);
  };
}

function rowOf({ kind, delayMs, world, alone, together, handled }: Contender) {
  const ended = kind.ending === undefined ? handled : (world.endings.get(kind.ending) ?? 0);
  if (ended !== handled) {
    throw new Error(`Of ${handled} times ${kind.name}, ${ended} ended as "${kind.ending}".`);
  }
  return {
    kind,
    delayMs,
    perSecond: median(alone, rateOf),
    perSecondAtOnce: median(together, rateOf),
    cpuMs: median(alone, ({ cpuMs, messages }) => cpuMs / messages),
    storeCalls: world.storeCalls() / handled,
    platformCalls: world.platformCalls() / handled,
  };
}

function rateOf({ messages, elapsedMs }: Stretch): number {
  return (messages * 1000) / elapsedMs;
}

function median(stretches: readonly Stretch[], of: (stretch: Stretch) => number): number {
  return quantile(stretches.map(of), 0.5);
}

function* endlessly(texts: readonly string[]): Generator<string, never> {
  for (;;) yield* texts;
}
