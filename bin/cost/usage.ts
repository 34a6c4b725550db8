// How much of everything a month takes, from what one request takes.
import { expiryOf } from "../../functions/webhook/counts/day.ts";
import { shardsPerDay } from "../../functions/webhook/counts/partition.ts";
import { settingsMaxAgeMs } from "../../functions/webhook/settings-source.ts";
import { functionMemoryMb } from "../../lib/function-size.ts";
import { logRetentionDays } from "../../lib/log-retention.ts";
import type { Ingress, WatchLevel } from "../../lib/options.ts";
import type { PriceName } from "../../lib/prices.ts";
import type { Assumptions } from "./assumptions.ts";
import { alarmsOf, customMetricsOf, dashboardsOf } from "./deployment.ts";
import type { Measurement, RequestUse } from "./measure.ts";
import { accessLogBytes, coldStartLogBytes, invocationLogBytes } from "./platform-bytes.ts";

export interface Plan {
  readonly messages: number;
  readonly ingress: Ingress;
  readonly watch: WatchLevel;
  readonly assumptions: Assumptions;
}

/** One kind of what AWS charges for, and how much of it a month takes. */
export interface Use {
  readonly what: string;
  readonly price: PriceName;
  readonly amount: number;
  /** True of what doesn't grow with the messages. */
  readonly isFixed?: true;
}

const gb = 1024 ** 3;
const daysPerMonth = 365 / 12;
const hoursPerMonth = daysPerMonth * 24;

/** HTTP API counts a request once for each of these that it begins. */
const httpApiStepBytes = 512 * 1024;

/** DynamoDB deletes what has expired "within a few days". */
const daysUntilDeleted = 2;

/** Every line there is, in the order in which a bill is read; also those of which nothing is used. */
export function usesOf(measured: Measurement, plan: Plan): Use[] {
  const { messages, ingress, watch, assumptions } = plan;
  const { receipts, pageViews, coldShare, coldMs, monthsKept } = assumptions;
  const kinds: Kind[] = [
    { use: measured.message, count: messages, ms: messageMs(measured.message, assumptions) },
    ...(measured.receipt
      ? [{ use: measured.receipt, count: messages * receipts, ms: assumptions.shortMs }]
      : []),
    { use: measured.pageView, count: messages * pageViews, ms: assumptions.shortMs },
  ];
  const sum = (of: (kind: Kind) => number) => kinds.reduce((total, kind) => total + of(kind), 0);

  const requests = sum(({ count }) => count);
  // Receipts follow a message so soon that the process which answered it is still there.
  const coldStarts = messages * (1 + pageViews) * coldShare;
  const billedS = (sum(({ count, ms }) => count * ms) + coldStarts * coldMs) / 1000;
  const frontLogBytes = ingress === "http-api" ? accessLogBytes : 0;
  const logGb =
    (sum(({ use, count }) => count * (use.logBytes + invocationLogBytes + frontLogBytes)) +
      coldStarts * (measured.startLogBytes + coldStartLogBytes)) /
    gb;
  const countsGb = (countsAMonth(measured, messages) * measured.counts.bytesPerItem) / gb;
  const eventsKept = (messages * (daysRemembered() + daysUntilDeleted)) / daysPerMonth;

  return [
    {
      what: "HTTP API",
      price: "httpApiRequests",
      amount: ingress === "http-api" ? sum(({ use, count }) => count * stepsOf(use)) : 0,
    },
    { what: "Lambda requests", price: "lambdaRequests", amount: requests },
    { what: "Lambda time", price: "lambdaTime", amount: (billedS * functionMemoryMb) / 1024 },
    {
      what: "DynamoDB writes",
      price: "tableWrites",
      amount: sum(({ use, count }) => count * use.writeUnits),
    },
    {
      what: "DynamoDB storage",
      price: "tableStorage",
      amount: (eventsKept * measured.events.bytesPerItem) / gb + countsGb * monthsKept,
    },
    { what: "Backup of the counts", price: "tableBackup", amount: countsGb * monthsKept },
    { what: "Logs, written", price: "logIngestion", amount: logGb },
    {
      what: "Logs, kept",
      price: "logStorage",
      amount: logGb * (logRetentionDays / daysPerMonth),
    },
    {
      what: "Data out",
      price: "dataOut",
      amount: sum(({ use, count }) => count * use.outBytes) / gb,
    },
    {
      what: "Settings, decrypted",
      price: "keyRequests",
      amount: coldStarts + settingsReads(requests, billedS),
    },
    { what: "Alarms", price: "alarms", amount: alarmsOf(watch, ingress), isFixed: true },
    {
      what: "Custom metrics",
      price: "customMetrics",
      // Charged by the hour in which anything is sent to them: all of them, at the worst.
      amount: customMetricsOf(ingress) * Math.min(1, messages / hoursPerMonth),
      isFixed: true,
    },
    { what: "Dashboard", price: "dashboards", amount: dashboardsOf(watch), isFixed: true },
  ];
}

/** Requests of one kind: what each takes, how many there are, how long each is at work or waits. */
interface Kind {
  readonly use: RequestUse;
  readonly count: number;
  readonly ms: number;
}

function messageMs(
  { storeCalls, platformCalls }: RequestUse,
  { ownMs, storeMs, platformMs }: Assumptions,
): number {
  return ownMs + storeCalls * storeMs + platformCalls * platformMs;
}

function stepsOf({ requestBytes }: RequestUse): number {
  return Math.max(1, Math.ceil(requestBytes / httpApiStepBytes));
}

/** Cells that a month adds: at most one a message, and at most every cell of the sample each day. */
function countsAMonth({ counts }: Measurement, messages: number): number {
  return Math.min(messages, counts.items * shardsPerDay * daysPerMonth);
}

/** On average, whatever the hour at which a message comes. */
export function daysRemembered(): number {
  const hours = Array.from({ length: 24 }, (_, hour) => (hour + 0.5) * 3600);
  const seconds = hours.map((atS) => expiryOf(atS * 1000) - atS);
  return seconds.reduce((sum, s) => sum + s, 0) / hours.length / (24 * 3600);
}

/** By processes that are kept busy all the time: as many as it takes, one at least. */
function settingsReads(requests: number, billedS: number): number {
  const secondsPerMonth = hoursPerMonth * 3600;
  const processes = Math.max(1, billedS / secondsPerMonth);
  return Math.min(requests, (processes * secondsPerMonth * 1000) / settingsMaxAgeMs);
}
