// Bills for a program to read, with all that they stand on.
import { pricedRegion, prices, pricesAsOf } from "../../lib/prices.ts";
import type { Bill } from "./bill.ts";
import { comparison } from "./comparison.ts";
import type { Estimate, Ground } from "./estimate.ts";

export function asJson(estimates: readonly Estimate[], idle: Bill, ground: Ground): string {
  const { channel, ingress, watch, assumptions, measured } = ground;
  const result = {
    region: pricedRegion,
    pricesAsOf,
    channel,
    ingress,
    watch,
    bills: estimates.map(({ messages, bill }) => ({ messages, ...bill })),
    idle: { usd: idle.usd, usdAfterAllowance: idle.usdAfterAllowance },
    prices,
    assumptions,
    measured,
    comparison,
  };
  return JSON.stringify(result, null, 2);
}
