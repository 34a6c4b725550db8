// What a day and a month of so many questions a second cost, as `faq cost` reckons.
import { estimate } from "../../../../bin/cost/estimate.ts";
import { rates } from "../format.ts";
import { type Grounds, plannedChannels } from "./ground.ts";
import { markdownTable } from "./markdown.ts";
import { stepHeads } from "./steps.ts";

const daySeconds = 24 * 3600;
const daysPerMonth = 365 / 12;

export interface Dollars {
  readonly aDay: number;
  readonly aMonth: number;
}

/** At list price, in the order of the table's columns. */
export function dollarsOf(grounds: Grounds): Dollars[] {
  return plannedChannels.flatMap((channel) =>
    rates.map((rate) => {
      const usdOf = (messages: number) => estimate(messages, grounds[channel]).bill.usd;
      const aMonth = usdOf(rate * daySeconds * daysPerMonth);
      return { aDay: (aMonth - usdOf(0)) / daysPerMonth, aMonth };
    }),
  );
}

export function formatDollars(grounds: Grounds): string {
  const all = dollarsOf(grounds);
  return markdownTable(stepHeads("US dollars, at list price"), [
    ["a day", ...all.map(({ aDay }) => roughly(aDay))],
    ["a month of such days", ...all.map(({ aMonth }) => roughly(aMonth))],
  ]);
}

function roughly(usd: number): string {
  return Number(usd.toPrecision(2)).toLocaleString("en-US", { maximumFractionDigits: 2 });
}
