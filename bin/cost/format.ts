// A bill, or several, as a person reads them.

import { faqCommand } from "../../lib/faq-command.ts";
import { pricedRegion, pricesAsOf } from "../../lib/prices.ts";
import { formatTable } from "../table.ts";
import { type Bill, type BillLine, priceOf } from "./bill.ts";
import { comparison } from "./comparison.ts";
import type { Estimate, Ground } from "./estimate.ts";
import { daysRemembered } from "./usage.ts";

const columns = ["list price", "after AWS's allowance"];
const million = 1_000_000;
/** Of fewer, the fixed charges times a million over them say nothing. */
const fewest = 10_000;

export function formatBill({ messages, bill }: Estimate, idle: Bill, ground: Ground): string {
  const row = (name: string, usd: number, usdAfterAllowance: number) => [
    name,
    "",
    "",
    dollars(usd),
    dollars(usdAfterAllowance),
  ];
  const table = formatTable(
    ["", "how much", "price", ...columns],
    [
      ...bill.lines.filter(({ amount }) => amount > 0).map(lineCells),
      row("In all", bill.usd, bill.usdAfterAllowance),
      ...(messages >= fewest
        ? [
            row(
              "Each million, all told",
              (bill.usd * million) / messages,
              (bill.usdAfterAllowance * million) / messages,
            ),
          ]
        : []),
      ...(messages > 0
        ? [["Each million, by use", "", "", dollars(usdByUse(bill, messages))]]
        : []),
      row("When nobody asks", idle.usd, idle.usdAfterAllowance),
    ],
  );
  return [heading(`${whole(messages)} messages a month`, ground), table, notes(ground)].join(
    "\n\n",
  );
}

export function formatOverview(estimates: readonly Estimate[], ground: Ground): string {
  const table = formatTable(
    ["messages a month", ...columns, "each million, by use"],
    estimates.map(({ messages, bill }) => [
      whole(messages),
      dollars(bill.usd),
      dollars(bill.usdAfterAllowance),
      messages > 0 ? dollars(usdByUse(bill, messages)) : "",
    ]),
  );
  const next = `Line by line: ${faqCommand("cost --messages 1000000")}`;
  return [heading("What a month costs", ground), table, next, notes(ground)].join("\n\n");
}

/** Of a million messages, at list price, without what is charged by the month. */
function usdByUse({ lines }: Bill, messages: number): number {
  const usd = lines.filter(({ isFixed }) => !isFixed).reduce((sum, line) => sum + line.usd, 0);
  return (usd * million) / messages;
}

function heading(what: string, { channel, ingress }: Ground): string {
  const door = ingress === "http-api" ? "HTTP API" : "function URL";
  return `${what}: ${channel}, ${door}; US dollars, ${pricedRegion}, prices of ${pricesAsOf}`;
}

function lineCells({ what, price, amount, usd, usdAfterAllowance }: BillLine): string[] {
  const { usd: usdOf, per, unit } = priceOf(price);
  return [
    what,
    `${quantity(amount)} ${amount === 1 ? unit.replace(/s$/, "") : unit}`,
    per === 1 ? `$${usdOf}` : `$${usdOf} per ${whole(per)}`,
    dollars(usd),
    dollars(usdAfterAllowance),
  ];
}

function notes({ measured, assumptions: a }: Ground): string {
  const { message, questions, events } = measured;
  const { name, usdAMonth, asOf, page } = comparison;
  const perMessage = [
    `${quantity(message.writeUnits)} write units in ${calls(message.storeCalls)} to DynamoDB`,
    `${calls(message.platformCalls)} to the platform that it waits for`,
    `${quantity(events.bytesPerItem)} bytes stored for ${quantity(daysRemembered())} days`,
    `${quantity(message.logBytes)} bytes logged`,
    `${quantity(message.outBytes)} bytes sent`,
  ];
  const assumed = [
    `${a.ownMs} ms of work on a message, ${a.shortMs} ms on any other request`,
    `${a.storeMs} ms for a call to DynamoDB, ${a.platformMs} ms for one to a platform`,
    `a cold start of ${a.coldMs} ms for ${quantity(a.coldShare * 100)} % of the messages`,
    ...(a.receipts > 0 ? [`${a.receipts} deliveries after each reply: sent, delivered, read`] : []),
    ...(a.pageViews > 0 ? [`${a.pageViews} visits of the chat page for each message`] : []),
    `counts of ${a.monthsKept} months, and every custom metric in use at every hour`,
    "no message delivered twice",
  ];
  return [
    `Measured here on ${questions} questions of the FAQ, for each message:\n${list(perMessage)}`,
    `Assumed, since nothing was measured on AWS (--help lists the options to say otherwise):\n${list(assumed)}`,
    "AWS's allowance is for all that runs in an account together: others may have used it up.",
    `For scale: ${name}, a much larger product, about $${whole(usdAMonth)} a month by default\n(${page}, ${asOf}).`,
  ].join("\n\n");
}

function list(items: readonly string[]): string {
  return items.map((item) => `  ${item}`).join("\n");
}

function calls(n: number): string {
  return `${quantity(n)} ${n === 1 ? "call" : "calls"}`;
}

const english = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat("en-US", options);
const wholeNumbers = english({ maximumFractionDigits: 0 });
const cents = english({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
const short = english({ maximumSignificantDigits: 3 });

function whole(n: number): string {
  return wholeNumbers.format(n);
}

/** Large numbers to the unit, small ones to three digits. */
function quantity(n: number): string {
  return n >= 100 ? whole(n) : short.format(n);
}

/** To the cent; what is less than half a cent is said to be something. */
function dollars(usd: number): string {
  return usd > 0 && usd < 0.005 ? "<0.01" : cents.format(usd);
}
