// How many questions a second it takes until each limit is reached, and what is done about it.
import { RootConstruct } from "constructs";
import { shardsPerDay } from "../../../../functions/webhook/counts/partition.ts";
import { readOptions } from "../../../../lib/options.ts";
import { uncountedOf, type Ways } from "./collisions.ts";
import { type Demand, settingsKeptS } from "./demand.ts";
import { type PlannedChannel, plannedChannels } from "./ground.ts";
import { limits } from "./limits.ts";
import { about, markdownTable, whole } from "./markdown.ts";

export interface Situation extends Ways {
  readonly demands: Readonly<Record<PlannedChannel, Demand>>;
}

interface BreakingPoint {
  readonly limit: string;
  readonly perSecond: Readonly<Record<PlannedChannel, number>>;
  readonly remedy: string;
}

/** A question in a thousand uncounted: what may be called a breaking point of counting. */
const tolerated = 0.001;

export function formatBreakingPoints(situation: Situation): string {
  const points = breakingPoints(situation).sort(
    (a, b) => a.perSecond.whatsapp - b.perSecond.whatsapp,
  );
  return markdownTable(
    ["limit", "WhatsApp", "chat page", "what to change"],
    points.map(({ limit, perSecond, remedy }) => [
      limit,
      ...plannedChannels.map((channel) => about(perSecond[channel])),
      remedy,
    ]),
    (column) => column === 1 || column === 2,
  );
}

function breakingPoints(situation: Situation): BreakingPoint[] {
  const { throttleRatePerSecond } = readOptions(new RootConstruct().node);
  const by = (of: (demand: Demand) => number) => ({
    whatsapp: of(situation.demands.whatsapp),
    web: of(situation.demands.web),
  });
  const inTenS = ", a jump within ten seconds";
  const crowding = crowdingPoint(situation);
  const table = (units: number) => by(({ eventUnits }) => units / eventUnits);
  return [
    {
      limit: `the HTTP API's throttle, ${whole(throttleRatePerSecond)} requests a second`,
      perSecond: by(({ requests }) => throttleRatePerSecond / requests),
      remedy: "`throttle-rate`, `throttle-burst`",
    },
    {
      limit: `copies of the function in a new account, ${limits.newAccountConcurrency}`,
      perSecond: by(({ busyS }) => limits.newAccountConcurrency / busyS),
      remedy: "ask AWS for 1,000 or more",
    },
    {
      limit: `a WhatsApp number, ${limits.whatsappPerS} messages a second`,
      perSecond: { whatsapp: limits.whatsappPerS, web: Number.POSITIVE_INFINITY },
      remedy: "Meta raises it with use and quality; ask",
    },
    {
      limit: "one question in a thousand uncounted: too many counted in one place",
      perSecond: { whatsapp: crowding, web: crowding },
      remedy: "`shardsPerDay`, up to 256",
    },
    {
      limit: `a WhatsApp number at its most, ${whole(limits.whatsappRaisedPerS)}`,
      perSecond: { whatsapp: limits.whatsappRaisedPerS, web: Number.POSITIVE_INFINITY },
      remedy: "none: the bot answers for one number",
    },
    {
      limit: `Parameter Store, ${limits.parameterReadsPerS} reads a second${inTenS}`,
      perSecond: by(({ busyS }) => (10 * limits.parameterReadsPerS) / busyS),
      remedy: "switch its higher throughput on",
    },
    {
      limit: `Lambda's growth, ${whole(limits.newCopiesPerTenS)} copies${inTenS}`,
      perSecond: by(({ busyS }) => limits.newCopiesPerTenS / busyS),
      remedy: "provisioned concurrency, if the hour is known",
    },
    {
      limit: `a new events table, ${whole(limits.newTableWriteUnitsPerS)} write units a second`,
      perSecond: table(limits.newTableWriteUnitsPerS),
      remedy: "warm it; with time it grows by itself",
    },
    {
      limit: `the account's API Gateway, ${whole(limits.apiRequestsPerS)} requests a second`,
      perSecond: by(({ requests }) => limits.apiRequestsPerS / requests),
      remedy: "ask AWS for more",
    },
    {
      limit: `the account's copies, ${whole(limits.concurrency)}`,
      perSecond: by(({ busyS }) => limits.concurrency / busyS),
      remedy: "ask AWS for more",
    },
    {
      limit: `requests a second to those copies, ${limits.requestsPerCopy} each`,
      perSecond: by(({ requests }) => (limits.requestsPerCopy * limits.concurrency) / requests),
      remedy: "the same",
    },
    {
      limit: `${shardsPerDay} shards of a day, ${whole(limits.partitionWriteUnitsPerS)} write units each`,
      perSecond: by(({ shardUnits }) => limits.partitionWriteUnitsPerS / shardUnits),
      remedy: "`shardsPerDay`, up to 256",
    },
    {
      limit: `a table's quota, ${whole(limits.tableWriteUnitsPerS)} write units a second`,
      perSecond: table(limits.tableWriteUnitsPerS),
      remedy: "ask AWS for more",
    },
    {
      limit: `Parameter Store, ${limits.parameterReadsPerS} reads a second, day in, day out`,
      perSecond: by(({ busyS }) => (limits.parameterReadsPerS * settingsKeptS) / busyS),
      remedy: "switch its higher throughput on",
    },
  ];
}

function crowdingPoint(ways: Ways): number {
  let [low, high] = [0, 1e6];
  for (let step = 0; step < 60; step++) {
    const rate = (low + high) / 2;
    if (uncountedOf(rate, ways) > tolerated) high = rate;
    else low = rate;
  }
  return low;
}
