// What was measured, and what it means for copies of the function, as a person reads it.
import { commonAssumptions } from "../../../bin/cost/assumptions.ts";
import { formatTable } from "../../../bin/table.ts";
import { functionMemoryMb } from "../../../lib/function-size.ts";
import { memoryOfOneProcessorMb } from "./plan/limits.ts";
import type { Row } from "./rounds.ts";

export const rates = [10, 1000, 100_000] as const;

/** How much longer work takes on the share of a processor that comes with the function's memory. */
export const slowdown = memoryOfOneProcessorMb / functionMemoryMb;

export function formatRows(rows: readonly Row[], atOnce: number): string {
  return formatTable(
    [
      "a second, in one process",
      "store, platform",
      "one by one",
      `${atOnce} at once`,
      "CPU ms each",
      "of it matching",
      "DynamoDB's client",
    ],
    rows.map(({ kind, delayMs, perSecond, perSecondAtOnce, cpuMs, matchingMs, storeMs }) => [
      kind.name,
      kind.waits ? `${delayMs} ms` : "not asked",
      whole(perSecond),
      whole(perSecondAtOnce),
      cpuMs.toFixed(3),
      kind.matches ? share(matchingMs / cpuMs) : "",
      kind.waits ? share(storeMs / cpuMs) : "",
    ]),
  );
}

/** Only the rows without a delay: what is waited for on AWS is assumed, as `faq cost` does. */
export function formatInstances(rows: readonly Row[]): string {
  return formatTable(
    [
      "on Lambda",
      "own ms",
      "waits ms",
      "a second, one copy",
      ...rates.map((rate) => `${whole(rate)}/s`),
    ],
    rows
      .filter(({ delayMs }) => delayMs === 0)
      .map((row) => {
        const ownMs = row.cpuMs * slowdown;
        const waitMs = waitMsOf(row);
        const inAll = ownMs + waitMs;
        return [
          row.kind.name,
          ownMs.toFixed(1),
          waitMs.toFixed(0),
          (1000 / inAll).toFixed(inAll < 100 ? 0 : 1),
          ...rates.map((rate) => copies((rate * inAll) / 1000)),
        ];
      }),
  );
}

/** The store and the reply are waited for in turn; the read mark is under way meanwhile. */
function waitMsOf({ kind, storeCalls, platformCalls }: Row): number {
  const { storeMs, platformMs } = commonAssumptions;
  const inTurnMs = storeCalls * storeMs + (kind.repliesByCall ? platformMs : 0);
  return Math.max(inTurnMs, platformCalls > 0 ? platformMs : 0);
}

function share(of: number): string {
  return `${Math.round(100 * of)} %`;
}

function copies(n: number): string {
  if (n < 0.1) return "<0.1";
  return n < 10 ? n.toFixed(1) : whole(n);
}

function whole(n: number): string {
  return n.toLocaleString("en-US", { maximumFractionDigits: 0 });
}
