// What to set before so many questions a second come: twice what they take, rounded up.
import { RootConstruct } from "constructs";
import { shardsPerDay } from "../../../../functions/webhook/counts/partition.ts";
import { readOptions } from "../../../../lib/options.ts";
import { rates } from "../format.ts";
import type { Situation } from "./breaking-points.ts";
import { uncountedOf, type Ways } from "./collisions.ts";
import type { Demand } from "./demand.ts";
import { plannedChannels } from "./ground.ts";
import { limits } from "./limits.ts";
import { markdownTable, whole } from "./markdown.ts";
import { stepHeads } from "./steps.ts";

const headroom = 2;

/** One question in ten thousand uncounted. */
const tolerated = 0.0001;

/** A start that takes longer until all copies have their settings is worth paying for. */
const patientS = 5;

export function formatRemedies({ demands, ...ways }: Situation): string {
  const defaults = readOptions(new RootConstruct().node);
  const row = (what: string, of: (demand: Demand, rate: number) => string): string[] => [
    what,
    ...plannedChannels.flatMap((channel) => rates.map((rate) => of(demands[channel], rate))),
  ];
  /** What is enough stays as it is. */
  const raised = (needed: number, present: number) =>
    needed <= present ? "as it is" : whole(roundUp(needed));
  const units = (needed: number) => raised(headroom * needed, limits.newTableWriteUnitsPerS);
  return markdownTable(stepHeads("before so many questions a second"), [
    row("`throttle-rate`", ({ requests }, rate) =>
      raised(headroom * requests * rate, defaults.throttleRatePerSecond),
    ),
    row("`throttle-burst`", ({ requests }, rate) =>
      raised(Math.min(headroom * requests * rate, limits.apiBurst), defaults.throttleBurst),
    ),
    row("account: requests a second, API Gateway", ({ requests }, rate) =>
      raised(headroom * requests * rate, limits.apiRequestsPerS),
    ),
    row("account: concurrent executions, Lambda", (demand, rate) =>
      raised(copiesFor(demand) * rate, limits.concurrency),
    ),
    row("Parameter Store's higher throughput", ({ busyS }, rate) =>
      (rate * busyS) / limits.parameterReadsPerS > patientS ? "on" : "as it is",
    ),
    row("`shardsPerDay`", (_, rate) => raised(shardsFor(rate, ways), shardsPerDay)),
    row("events table, warmed to write units a second", ({ eventUnits }, rate) =>
      units(rate * eventUnits),
    ),
    row("counts table, likewise", ({ countUnits }, rate) => units(rate * countUnits)),
    row("account: write units a second of a table", ({ eventUnits }, rate) =>
      raised(headroom * rate * eventUnits, limits.tableWriteUnitsPerS),
    ),
  ]);
}

/** In a start from nothing, while the platform hangs, and on any day: whatever takes most. */
function copiesFor({ requests, busyS, coldS, hangingS }: Demand): number {
  const bound = requests / limits.requestsPerCopy;
  return Math.max(headroom * busyS, headroom * bound, coldS, hangingS);
}

/** A power of two, so that the first byte of a code falls evenly on all of them. */
function shardsFor(rate: number, ways: Ways): number {
  let shards = shardsPerDay;
  while (uncountedOf(rate, ways, shards) > tolerated) shards *= 2;
  return shards;
}

/** To one digit, or a power of two that already is what it must be. */
function roundUp(n: number): number {
  if (Number.isInteger(Math.log2(n))) return n;
  const step = 10 ** Math.floor(Math.log10(n));
  return Math.ceil(n / step) * step;
}
