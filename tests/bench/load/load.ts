// `npm run bench -- load`: how long deliveries take, and whether counts hold while the store is away.
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { numberBetween } from "../arguments.ts";
import { quantile } from "../quality/measure.ts";
import { askAutocannon, type Opinion } from "./autocannon.ts";
import { measureFloor } from "./floor.ts";
import {
  formatCounts,
  formatQuantiles,
  formatStatuses,
  latenciesOf,
  latencyRows,
  stretchRows,
} from "./format.ts";
import { brokenPromises } from "./judge.ts";
import { createWriters, readQuestions } from "./messages.ts";
import type { Attempt } from "./open-loop.ts";
import { measureOwnCpu } from "./own-cpu.ts";
import { type Phase, runPhase } from "./phase.ts";
import type { StoreMode } from "./slow-store.ts";
import { type OpenWorld, openWorld } from "./world.ts";

const delays = { platformMs: 100, storeMs: 15 };
/** The bot leaves a store alone for 5 s after it has failed; half of this is with it back. */
const beforeOutageS = 3;
const afterOutageS = 12;
/** A store that never answers is tried for some seconds only: each try is the same. */
const longestSilenceS = 20;

interface Plan {
  readonly rps: number;
  readonly seconds: number;
  readonly outageSeconds: number;
  readonly outageRps: number;
}

export async function benchLoad(args: readonly string[]): Promise<void> {
  const plan = readPlan(args);
  const machine = describeMachine();
  const say = (line: string) => process.stderr.write(`${line}\n`);
  for (const [signal, status] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const) {
    // What runs beside this process is ended as it exits.
    process.once(signal, () => process.exit(status));
  }
  say("the bot's own processor time, in this process");
  const questions = readQuestions();
  const costs = await measureOwnCpu("faq", createWriters(questions));
  say("starting npm start");
  const world = await openWorld({ delays, questions, say });
  try {
    report(await measure(plan, world), costs, plan, machine);
  } finally {
    await world.close();
  }
}

interface Measured {
  readonly floor: readonly Attempt[];
  readonly load: Phase;
  readonly phases: readonly Phase[];
  readonly opinion: Opinion;
}

async function measure(plan: Plan, world: OpenWorld): Promise<Measured> {
  const { rps, seconds } = plan;
  const warmUp = await runPhase("warm-up", { rps, seconds: 5 }, world);
  world.say("a bare server that only waits");
  const floor = await measureFloor(world.bareUrl, { rps, seconds: Math.min(seconds, 10) }, delays);
  const load = await runPhase("load", plan, world);
  world.say("autocannon");
  const opinion = await askForOpinion(plan, world);
  const refusing = await runOutage("refusing", plan.outageSeconds, plan, world);
  const silenceS = Math.min(plan.outageSeconds, longestSilenceS);
  const silent = await runOutage("silent", silenceS, plan, world);
  return { floor, load, opinion, phases: [warmUp, load, refusing, silent] };
}

function askForOpinion({ rps }: Plan, { bot, writers }: OpenWorld): Promise<Opinion> {
  // As many at once as are under way when so many a second take as long as they must.
  const leastMs = delays.storeMs + delays.platformMs + delays.storeMs;
  const connections = Math.ceil(((rps / 2) * leastMs) / 1000);
  return askAutocannon(`${bot.origin}/webhooks/whatsapp`, connections, writers.write(rps * 5));
}

function runOutage(
  store: StoreMode,
  outageS: number,
  { outageRps }: Plan,
  world: OpenWorld,
): Promise<Phase> {
  const rate = { rps: outageRps, seconds: beforeOutageS + outageS + afterOutageS };
  const endsMs = (beforeOutageS + outageS) * 1000;
  return runPhase(`${store} ${outageS} s`, rate, world, [
    { atMs: beforeOutageS * 1000, store },
    { atMs: endsMs, store: "up" },
  ]);
}

function report(
  { floor, load, opinion, phases }: Measured,
  costs: number[],
  plan: Plan,
  machine: string,
): void {
  const outages = phases.filter(({ stretches }) => stretches.length > 1);
  const p50 = (attempts: readonly Attempt[]) => quantile(latenciesOf(attempts, "first"), 0.5);
  const { connections, requests, perSecond, p50Ms, p99Ms } = opinion;
  const blocks = [
    `${plan.rps} deliveries a second for ${plan.seconds} s, each message twice; platform ` +
      `${delays.platformMs} ms, store ${delays.storeMs} ms; from the moment each was due`,
    machine,
    formatQuantiles("ms", [
      ...latencyRows("bare server", floor),
      ...latencyRows("Jelas", load.attempts),
      ...outages.flatMap(stretchRows),
    ]),
    `first copies take ${(p50(load.attempts) / p50(floor)).toFixed(2)} times what they must (p50)`,
    `autocannon, first copies on ${connections} connections: ${requests} answered, ` +
      `${perSecond.toFixed(0)} a second, p50 ${p50Ms} ms, p99 ${p99Ms} ms`,
    formatQuantiles("CPU ms", [{ name: "the handler alone, one at a time", values: costs }]),
    `npm start under load, all of it: ${cpuPerDelivery(load).toFixed(2)} ms CPU a delivery, ` +
      `${shareOfCore(load).toFixed(2)} of a core`,
    formatStatuses(phases),
    formatCounts(phases),
  ];
  process.stdout.write(`${blocks.join("\n\n")}\n`);

  const broken = [
    ...phases.flatMap(brokenPromises),
    ...outages.filter(isNotBack).map(({ name }) => `${name}: it does not count again afterwards`),
    ...(opinion.notTaken > 0 ? [`autocannon: ${opinion.notTaken} were not taken`] : []),
  ];
  for (const sentence of broken) process.stderr.write(`${sentence}\n`);
  if (broken.length > 0) process.exitCode = 1;
}

function cpuPerDelivery({ tally, attempts }: Phase): number {
  return tally.cpuMs / attempts.length;
}

function shareOfCore({ tally, stretches }: Phase): number {
  return tally.cpuMs / (stretches.at(-1)?.toMs ?? Number.NaN);
}

/** Where others are at work, a server that needs most of a core is late through no fault of its own. */
function describeMachine(): string {
  const [busy = 0] = loadavg();
  return `${cpus().length} cores, load average before the start ${busy.toFixed(1)}`;
}

function isNotBack({ stretches }: Phase): boolean {
  return stretches.at(-1)?.tally.counted === 0;
}

/** @throws Error of `parseArgs`, or UserError */
function readPlan(args: readonly string[]): Plan {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rps: { type: "string", default: "200" },
      seconds: { type: "string", default: "30" },
      "outage-seconds": { type: "string", default: "60" },
      "outage-rps": { type: "string", default: "50" },
    },
  });
  const numberOf = (name: keyof typeof values) =>
    numberBetween(`--${name}`, values[name], 0.1, 3600);
  return {
    rps: numberOf("rps"),
    seconds: numberOf("seconds"),
    outageSeconds: numberOf("outage-seconds"),
    outageRps: numberOf("outage-rps"),
  };
}
