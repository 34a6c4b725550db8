// Keeps counts in DynamoDB: a message is claimed and counted in one transaction, or neither.
import { setTimeout as pause } from "node:timers/promises";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { withinDeadline } from "./deadline.ts";
import { asUnavailable, eventInTheWay, ignoreLostCondition, isConflict } from "./dynamo-errors.ts";
import {
  claimWrite,
  doneWrite,
  releaseWrite,
  type TableNames,
  takeOverWrite,
  type Write,
} from "./dynamo-writes.ts";
import { standingOf } from "./event.ts";
import type { Claim, ClaimResult, CountStore } from "./store.ts";

export interface DynamoStoreOptions extends TableNames {
  readonly client: DynamoDBClient;
  /** How long an operation may take, retries included, before the store counts as unavailable. */
  readonly deadlineMs?: number;
  /** From 0 to below 1: keeps those who collided from meeting again. */
  readonly random?: () => number;
  readonly sleep?: (ms: number) => Promise<void>;
}

const defaultDeadlineMs = 600;
const conflictRetries = 4;
const shortestPauseMs = 10;
const longestPauseMs = 80;

type Send = (write: Write) => Promise<undefined>;

export function createDynamoStore(options: DynamoStoreOptions): CountStore {
  const { client, deadlineMs = defaultDeadlineMs, random = Math.random, sleep = pause } = options;

  async function operate<Result>(work: (send: Send) => Promise<Result>): Promise<Result> {
    try {
      return await withinDeadline(deadlineMs, (signal) => work(sendUntil(signal)));
    } catch (error) {
      throw asUnavailable(error);
    }
  }

  /** The SDK retries throttling and failures of network and service, but not conflicts. */
  function sendUntil(abortSignal: AbortSignal): Send {
    return async (write) => {
      for (let retriesLeft = conflictRetries; ; retriesLeft--) {
        try {
          await write(client, { abortSignal });
          return undefined;
        } catch (error) {
          if (!isConflict(error) || retriesLeft === 0) throw error;
        }
        await sleep(shortestPauseMs + random() * (longestPauseMs - shortestPauseMs));
      }
    };
  }

  async function takeOver(send: Send, claim: Claim): Promise<ClaimResult> {
    const event = await send(takeOverWrite(options, claim)).catch(eventInTheWay);
    switch (event && standingOf(event, claim)) {
      case undefined:
      case "ours":
        return "taken-over";
      case "done":
        return "done";
      case "held":
      case "lapsed":
        return "in-progress";
    }
  }

  return {
    claimAndCount: (claim, address) =>
      operate(async (send) => {
        const event = await send(claimWrite(options, claim, address)).catch(eventInTheWay);
        switch (event && standingOf(event, claim)) {
          case undefined:
          case "ours":
            return "claimed";
          case "done":
            return "done";
          case "held":
            return "in-progress";
          case "lapsed":
            return takeOver(send, claim);
        }
      }),
    markDone: (eventKey, owner) =>
      operate((send) => send(doneWrite(options, eventKey, owner)).catch(ignoreLostCondition)),
    release: (eventKey, owner) =>
      operate((send) => send(releaseWrite(options, eventKey, owner)).catch(ignoreLostCondition)),
  };
}
