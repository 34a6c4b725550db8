// The running instances of the bot: each with its own memory, clock and breaker, until it dies.
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { GetParameterCommand } from "@aws-sdk/client-ssm";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { BotData } from "../../../functions/webhook/bot-data.ts";
import { createDynamoStore } from "../../../functions/webhook/counts/dynamo.ts";
import type { TableNames } from "../../../functions/webhook/counts/dynamo-writes.ts";
import { functionTimeoutS } from "../../../functions/webhook/counts/limits.ts";
import type { CountStore } from "../../../functions/webhook/counts/store.ts";
import type { Fetch } from "../../../functions/webhook/deliver.ts";
import { createHandler, type Handler } from "../../../functions/webhook/handler.ts";
import { settingsFromParameter } from "../../../functions/webhook/settings-source.ts";
import type { Delivery } from "../../channels/channel-sample.ts";
import { type Answer, ask } from "../../handler-under-test.ts";
import { stormValues } from "./asking.ts";
import { createStormClient, type StoreWorld } from "./dynamo-client.ts";
import type { Handling, Message, Process, Thread } from "./facts.ts";
import { die, never, passes } from "./world.ts";

export interface Instances {
  /** Hands a request to an instance that has room; `onEnd` gets no answer if the instance dies. */
  handle(request: Request, onEnd: (answer: Answer | undefined) => void): void;
}

export interface Request {
  readonly channel: string;
  readonly delivery: Delivery;
  readonly messages: readonly Message[];
  readonly signedAtMs: number | undefined;
}

export interface InstanceWorld extends StoreWorld {
  readonly data: BotData;
  readonly fetch: Fetch;
  readonly tables: TableNames;
  readonly plant: Plant;
}

/** Puts a fault into the store, for tests of the storm itself. */
export interface Plant {
  readonly store?: (store: CountStore) => CountStore;
  readonly client?: (client: DynamoDBClient) => DynamoDBClient;
}

interface Instance extends Process {
  readonly handler: Handler;
}

const mostInstances = 6;
const mostSkewMs = 2000;
/** How often an instance is given up although it is well, as a platform does. */
const retirementRate = 0.01;
const functionTimeoutMs = functionTimeoutS * 1000;

export function createInstances(world: InstanceWorld): Instances {
  const { clock, chance, recorder, judge } = world;
  let instances: Instance[] = [];
  let started = 0;

  function start(): Instance {
    // Half of them are like Lambda's, the others like `npm start`.
    const capacity = chance.oneOf([1, 8]);
    const number = started++;
    const process: Process = {
      number,
      skewMs: Math.round(chance.between(-mostSkewMs, mostSkewMs)),
      capacity,
      handlings: new Set(),
      isAlive: true,
      stalledUntilMs: 0,
    };
    const now = () => Math.floor(clock.nowMs()) + process.skewMs;
    const { client: plantClient = same, store: plantStore = same } = world.plant;
    const store = createDynamoStore({
      client: plantClient(createStormClient(process, world)),
      ...world.tables,
      random: chance.number,
      sleep: (ms) => pause(ms, world),
    });
    const handler = createHandler({
      data: world.data,
      store: plantStore(store),
      settings: settingsFromParameter("settings", createParameters(world), now),
      fetch: world.fetch,
      now,
      log(record) {
        if (!instance.isAlive) return;
        const question = clock.owner?.question;
        recorder.step(question, `log: ${record.event} ${record.ending ?? record.code ?? ""}`);
        if (clock.owner) judge.logged(clock.owner, record, clock.nowMs());
      },
    });
    const instance = Object.assign(process, { handler });
    recorder.step(undefined, `process ${number} starts`);
    return instance;
  }

  function instanceWithRoom(): Instance {
    instances = instances.filter(({ isAlive }) => isAlive);
    const idle = instances.find(({ handlings }) => handlings.size === 0);
    if (idle && chance.happens(retirementRate)) {
      idle.isAlive = false;
      return instanceWithRoom();
    }
    const roomy = instances.filter(({ handlings, capacity }) => handlings.size < capacity);
    if (roomy.length > 0 && (instances.length >= mostInstances || chance.happens(0.8))) {
      return chance.oneOf(roomy);
    }
    const instance = start();
    instances.push(instance);
    return instance;
  }

  return {
    handle({ channel, delivery, messages, signedAtMs }, onEnd) {
      const process = instanceWithRoom();
      const handling: Handling = {
        process,
        messages,
        startedAtMs: clock.nowMs(),
        signedAtMs,
        progress: new Map(),
        ended: new Set(),
        lastEnded: undefined,
        unnamedUncounted: 0,
        isOver: false,
        onDeath: () => onEnd(undefined),
      };
      process.handlings.add(handling);
      const [only, ...others] = messages;
      const question = others.length === 0 ? only?.question : undefined;
      const thread: Thread = { handling, question };

      // Lambda stops a function that takes too long; nobody stops a server.
      const isLambda = process.capacity === 1;
      const endsAtMs = clock.nowMs() + functionTimeoutMs;
      const timeout = isLambda
        ? clock.after(functionTimeoutMs, () => {
            if (handling.isOver) return;
            recorder.fault(question, "function timeout");
            die(process, world);
          })
        : undefined;
      const context = { getRemainingTimeInMillis: () => Math.floor(endsAtMs - clock.nowMs()) };
      const handler = (event: APIGatewayProxyEventV2) =>
        process.handler(event, isLambda ? context : undefined);

      const end = (answer: Answer) => {
        if (handling.isOver || !process.isAlive) return;
        if (timeout) timeout.isCancelled = true;
        for (const { question } of messages) {
          recorder.step(question, `process ${process.number} answers ${answer.status}`);
        }
        judge.answered(handling, answer, clock.nowMs() + process.skewMs);
        if (!passes(thread, "after the response", world)) return;
        handling.isOver = true;
        process.handlings.delete(handling);
        onEnd(answer);
      };
      clock.after(
        0,
        () => {
          for (const { question } of messages) {
            recorder.step(question, `process ${process.number} is asked`);
          }
          const target = `/webhooks/${channel}`;
          ask({ handler }, "POST", target, delivery).then(end, (error: unknown) => {
            judge.note("unhandled rejection", question, `the handler threw ${nameOf(error)}`);
          });
        },
        thread,
      );
    },
  };
}

/** Between one try and the next. */
function pause(ms: number, world: InstanceWorld): Promise<void> {
  const { clock } = world;
  const thread = clock.owner;
  if (!thread) throw new Error("A pause that nobody asked for");
  return new Promise((resolve) => {
    clock.after(ms, () => passes(thread, "in a pause", world) && resolve(), thread);
  });
}

function same<T>(value: T): T {
  return value;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

const parameter = { Parameter: { Value: JSON.stringify(stormValues) } };
const parameterFailureRate = 0.02;

/** The parameter with the settings, read at a cold start and every five minutes. */
function createParameters(world: InstanceWorld): Parameters<typeof settingsFromParameter>[1] {
  const { clock, chance, recorder } = world;
  const send = (_: GetParameterCommand) => {
    const thread = clock.owner;
    if (!thread) throw new Error("Settings that nobody asked for");
    if (!passes(thread, "before settings", world)) return never();
    const isFailing = chance.happens(parameterFailureRate);
    if (isFailing) recorder.fault(thread.question, "settings unreadable");
    return new Promise((resolve, reject) => {
      clock.after(
        chance.between(2, 60),
        () => {
          if (!passes(thread, "after settings", world)) return;
          if (isFailing) reject(Object.assign(new Error("Down"), { name: "InternalFailure" }));
          else resolve(parameter);
        },
        thread,
      );
    });
  };
  return { send } as unknown as Parameters<typeof settingsFromParameter>[1];
}
