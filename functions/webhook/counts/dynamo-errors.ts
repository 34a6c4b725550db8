// What DynamoDB means by its errors.
import {
  type CancellationReason,
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from "@aws-sdk/client-dynamodb";
import { toEvent } from "./dynamo-items.ts";
import type { EventItem } from "./event.ts";
import { StoreUnavailable } from "./store.ts";

/** Two writes met at one item, and this one was refused without having been looked at. */
export function isConflict(error: unknown): boolean {
  if (error instanceof TransactionConflictException) return true;
  return reasonsOf(error).some((reason) => reason.Code === "TransactionConflict");
}

/**
 * The event as it was found, where that is why a write was refused.
 * @throws the error itself, if it says anything else
 */
export function eventInTheWay(error: unknown): EventItem {
  const [eventReason] = reasonsOf(error);
  if (eventReason?.Item) return toEvent(eventReason.Item);
  if (error instanceof ConditionalCheckFailedException && error.Item) return toEvent(error.Item);
  throw error;
}

/**
 * The event is somebody else's by now, or our own write changed it although its reply was lost.
 * @throws the error itself, if it says anything else
 */
export function ignoreLostCondition(error: unknown): void {
  if (!(error instanceof ConditionalCheckFailedException)) throw error;
}

/** The error as the rest of the bot may know it: a code, without the message, which quotes keys. */
export function asUnavailable(error: unknown): StoreUnavailable {
  return error instanceof StoreUnavailable ? error : new StoreUnavailable(storeCodeOf(error));
}

function storeCodeOf(error: unknown): string {
  const reason = reasonsOf(error).find((reason) => reason.Code !== "None");
  if (reason?.Code) return reason.Code;
  if (!(error instanceof Error)) return "Unknown";
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}

/** Why a transaction was refused: a reason for each of its writes, `None` for those not at fault. */
function reasonsOf(error: unknown): CancellationReason[] {
  return (error instanceof TransactionCanceledException && error.CancellationReasons) || [];
}
