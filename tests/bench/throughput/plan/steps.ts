// What ten, a thousand and a hundred thousand questions a second ask of each part, side by side.
import { rates } from "../format.ts";
import type { Situation } from "./breaking-points.ts";
import { favouritePerItem, uncountedOf } from "./collisions.ts";
import { type Demand, settingsKeptS } from "./demand.ts";
import { type PlannedChannel, plannedChannels } from "./ground.ts";
import { limits } from "./limits.ts";
import { about, markdownTable, percent, whole } from "./markdown.ts";

const gbPerTb = 1024;
const daySeconds = 24 * 3600;

export const channelNames: Readonly<Record<PlannedChannel, string>> = {
  whatsapp: "WhatsApp",
  web: "page",
};

export function formatSteps({ demands, ...ways }: Situation): string {
  const row = (what: string, of: (demand: Demand, rate: number) => string): string[] => [
    what,
    ...plannedChannels.flatMap((channel) => rates.map((rate) => of(demands[channel], rate))),
  ];
  const amount = (what: string, of: (demand: Demand) => number) =>
    row(what, (demand, rate) => about(rate * of(demand)));
  return markdownTable(stepHeads("for so many questions a second"), [
    amount("requests a second", ({ requests }) => requests),
    amount("copies of the function at work", ({ busyS }) => busyS),
    amount("… in a start from nothing", ({ coldS }) => coldS),
    amount("… while the platform hangs", ({ hangingS }) => hangingS),
    row("seconds until those of a start have their settings", ({ busyS }, rate) =>
      about((rate * busyS) / limits.parameterReadsPerS),
    ),
    amount("reads of the parameter a second, later on", ({ busyS }) => busyS / settingsKeptS),
    amount("write units a second, events", ({ eventUnits }) => eventUnits),
    amount("write units a second, counts", ({ countUnits }) => countUnits),
    amount("… of them in each shard", ({ shardUnits }) => shardUnits),
    row("tries a second to count the favourite, in each shard", (_, rate) =>
      about(favouritePerItem(rate)),
    ),
    row("questions uncounted because of that", (_, rate) => percent(uncountedOf(rate, ways))),
    row("log, a day", ({ logGb }, rate) => size(rate * logGb * daySeconds)),
  ]);
}

export function stepHeads(first: string): string[] {
  return [
    first,
    ...plannedChannels.flatMap((channel) =>
      rates.map((rate) => `${channelNames[channel]}, ${whole(rate)}`),
    ),
  ];
}

function size(gb: number): string {
  return gb < gbPerTb ? `${about(gb)} GB` : `${about(gb / gbPerTb)} TB`;
}
