// A DynamoDB client whose requests take virtual time, collide, get lost, or are done without a word.
import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  InternalServerError,
  ProvisionedThroughputExceededException,
  TransactionCanceledException,
  TransactionConflictException,
} from "@aws-sdk/client-dynamodb";
import { type Database, Refusal } from "../../counts/dynamo-stand-in.ts";
import { type Process, progressOf, type Question, type Thread } from "./facts.ts";
import { never, passes, type StormWorld } from "./world.ts";

export const storeSpells = [
  "refusing",
  "silent",
  "half deaf",
  "throttling",
  "colliding",
  "slow",
] as const;
export type StoreSpell = (typeof storeSpells)[number];

export interface StoreWorld extends StormWorld {
  readonly database: Database;
  readonly storeSpellAt: (nowMs: number) => StoreSpell | undefined;
  readonly questionsByKey: ReadonlyMap<string, Question>;
}

type Fault =
  | "conflict"
  | "throttled"
  | "failed"
  | "unreachable"
  /** Done, but the client is told that it failed. */
  | "done but failed"
  /** Done, then done again by the SDK because it didn't hear of it. */
  | "done twice"
  | "silent"
  | "silent but done"
  | "slow";

const calmFaults: readonly (readonly [number, Fault])[] = [
  [0.05, "conflict"],
  [0.01, "done but failed"],
  [0.01, "done twice"],
  [0.004, "throttled"],
  [0.002, "failed"],
  [0.002, "silent"],
  [0.001, "silent but done"],
  [0.005, "slow"],
];

const spellFaults: Readonly<Record<StoreSpell, readonly (readonly [number, Fault])[]>> = {
  refusing: [
    [0.7, "unreachable"],
    [0.3, "failed"],
  ],
  silent: [
    [0.7, "silent"],
    [0.3, "silent but done"],
  ],
  "half deaf": [
    [0.4, "done but failed"],
    [0.1, "done twice"],
  ],
  throttling: [[0.6, "throttled"]],
  colliding: [[0.5, "conflict"]],
  slow: [[0.6, "slow"]],
};

/** What a write is, told by its form. */
interface Operation {
  readonly name: "claim" | "take over" | "mark" | "release";
  readonly type: "TransactWriteItems" | "UpdateItem";
  readonly question: Question;
  readonly input: Record<string, unknown>;
}

export function createStormClient(process: Process, world: StoreWorld): DynamoDBClient {
  const { clock, chance, recorder, judge, database } = world;

  function perform({ type, name, question, input }: Operation, thread: Thread, askedAtMs: number) {
    try {
      database.perform(type, input, undefined);
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
    if (name === "claim") {
      judge.counted(thread.handling, question, addressIn(input), askedAtMs);
    }
    return undefined;
  }

  /** Does what is asked, or not, and says what the client would throw. */
  function carryOut(
    operation: Operation,
    fault: Fault | undefined,
    thread: Thread,
    askedAtMs: number,
  ): Error | undefined {
    const { question, name } = operation;
    const progress = progressOf(thread.handling, question);
    const notDone = refusalFor(fault, operation);
    if (notDone) {
      if (name === "mark" && progress.mark === "none") progress.mark = "failed";
      return notDone;
    }
    let refusal = perform(operation, thread, askedAtMs);
    if (name === "mark") {
      if (!refusal) progress.mark = "applied";
      else if (progress.mark === "none") progress.mark = fault ? "failed" : "outdone";
    }
    if (fault === "done twice") refusal = perform(operation, thread, askedAtMs);
    if (fault === "done but failed") return failure();
    return refusal && toSdkError(refusal);
  }

  const send = (command: { input: object }, { abortSignal }: { abortSignal: AbortSignal }) => {
    const handling = clock.owner?.handling;
    const operation = operationOf(command.input, world);
    if (!handling) throw new Error("A write that nobody asked for");
    const { question, name } = operation;
    const thread: Thread = { handling, question };
    if (!passes(thread, `before ${name}`, world)) return never();

    const askedAtMs = clock.nowMs() + process.skewMs;
    const spell = world.storeSpellAt(clock.nowMs());
    const fault = chance.share(spell === undefined ? calmFaults : spellFaults[spell]);
    if (fault) recorder.fault(question, `store ${fault}`);
    const wayMs = chance.between(1, 10);
    const moreMs = fault === "slow" ? slownessMs() : 0;
    const isSilent = fault === "silent" || fault === "silent but done";

    return new Promise((resolve, reject) => {
      let isSettled = false;
      const settle = (error: Error | undefined) => {
        if (isSettled || !passes(thread, `after ${name}`, world)) return;
        isSettled = true;
        const isRefused = error instanceof TransactionCanceledException && !isConflict(error);
        const wasHeard = !error || isRefused || error instanceof ConditionalCheckFailedException;
        if (wasHeard && (name === "claim" || name === "take over")) {
          progressOf(handling, question).hasClaimed = true;
        }
        if (error) reject(error);
        else resolve({});
      };
      const giveUp = () => {
        if (isSettled) return;
        // What follows is about this question, whoever started the clock.
        clock.owner = thread;
        isSettled = true;
        reject(Object.assign(new Error("Request aborted"), { name: "AbortError" }));
      };
      abortSignal.addEventListener("abort", giveUp, { once: true });
      clock.after(wayMs + moreMs * 0.9, () => {
        const isLate = isSettled && fault !== "silent";
        if (isLate) recorder.fault(question, "store done too late");
        const error = carryOut(operation, fault, thread, askedAtMs);
        recorder.step(question, `store: ${name} ${error ? error.name : "done"}`);
        if (!isSilent) clock.after(wayMs + moreMs * 0.1, () => settle(error), thread);
      });
    });
  };
  return { send } as unknown as DynamoDBClient;

  /** A little over the deadline, or far beyond it. */
  function slownessMs(): number {
    return chance.happens(0.7) ? chance.between(100, 2000) : chance.between(2000, 20_000);
  }
}

function operationOf(
  input: object,
  { questionsByKey }: Pick<StoreWorld, "questionsByKey">,
): Operation {
  const write = input as {
    TransactItems?: readonly [{ Put: { Item: { pk: { S: string } } } }];
    Key?: { pk: { S: string } };
    UpdateExpression?: string;
  };
  const key = write.TransactItems?.[0].Put.Item.pk.S ?? write.Key?.pk.S ?? "";
  const question = questionsByKey.get(key);
  if (!question) throw new Error("A write about a question that nobody asked");
  const common = { question, input: input as Record<string, unknown> };
  if (write.TransactItems) return { ...common, name: "claim", type: "TransactWriteItems" };
  const name = namesByUpdate[write.UpdateExpression ?? ""];
  if (!name) throw new Error("A write of a kind that the storm does not know");
  return { ...common, name, type: "UpdateItem" };
}

const namesByUpdate: Readonly<Record<string, "take over" | "mark" | "release">> = {
  "SET o = :owner, l = :lease": "take over",
  "SET s = :done REMOVE o, l": "mark",
  "SET l = :over": "release",
};

function addressIn(input: Record<string, unknown>): { pk: string; sk: string } {
  const [, second] = input.TransactItems as [
    unknown,
    { Update: { Key: { pk: { S: string }; sk: { S: string } } } },
  ];
  const { pk, sk } = second.Update.Key;
  return { pk: pk.S, sk: sk.S };
}

const plain = { message: "as a storm says it", $metadata: {} };

function failure(): Error {
  return new InternalServerError(plain);
}

/** What is said where nothing was done. */
function refusalFor(fault: Fault | undefined, { type }: Operation): Error | undefined {
  switch (fault) {
    case "conflict":
      return type === "UpdateItem"
        ? new TransactionConflictException(plain)
        : new TransactionCanceledException({
            ...plain,
            CancellationReasons: [{ Code: "None" }, { Code: "TransactionConflict" }],
          });
    case "throttled":
      return new ProvisionedThroughputExceededException(plain);
    case "failed":
    case "silent":
      return failure();
    case "unreachable":
      return Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
    default:
      return undefined;
  }
}

function isConflict({ CancellationReasons = [] }: TransactionCanceledException): boolean {
  return CancellationReasons.some(({ Code }) => Code === "TransactionConflict");
}

function toSdkError({ type, body }: Refusal): Error {
  switch (type) {
    case "TransactionCanceledException":
      return new TransactionCanceledException({ ...plain, ...body });
    case "ConditionalCheckFailedException":
      return new ConditionalCheckFailedException({ ...plain, ...body });
    default:
      throw new Error(`The storm does not know ${type}`);
  }
}
