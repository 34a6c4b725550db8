// The bill for a number of messages a month, and what it stands on.
import type { ChannelName } from "../../functions/webhook/channels/names.ts";
import { type Bill, billFor } from "./bill.ts";
import type { Measurement } from "./measure.ts";
import { type Plan, usesOf } from "./usage.ts";

/** What is the same of all bills. */
export interface Ground extends Omit<Plan, "messages"> {
  readonly channel: ChannelName;
  readonly measured: Measurement;
}

export interface Estimate {
  readonly messages: number;
  readonly bill: Bill;
}

export function estimate(messages: number, { measured, ...plan }: Ground): Estimate {
  return { messages, bill: billFor(usesOf(measured, { ...plan, messages })) };
}
