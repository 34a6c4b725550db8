// `npm run bench -- throughput`: how many messages a second the handler takes, and what that means.
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { commonAssumptions } from "../../../bin/cost/assumptions.ts";
import { openFaqWithProgress } from "../../../bin/open-faq.ts";
import { bundlePageAssets } from "../../../bin/page-assets.ts";
import { startProgress } from "../../../bin/progress.ts";
import { functionMemoryMb } from "../../../lib/function-size.ts";
import { numberBetween } from "../arguments.ts";
import { readQuestions } from "../load/messages.ts";
import { formatInstances, formatRows, slowdown } from "./format.ts";
import { planTables } from "./plan/plan.ts";
import { type Row, runRounds } from "./rounds.ts";

const rounds = 5;
const atOnce = 50;
const delaysMs = [0, 10];

export async function benchThroughput(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { seconds: { type: "string", default: "10" }, plan: { type: "boolean" } },
  });
  if (values.plan) {
    const tables = await planTables();
    process.stdout.write(`${Object.values(tables).join("\n\n")}\n`);
    return;
  }
  /** The time for each line. */
  const seconds = numberBetween("--seconds", values.seconds, 0.1, 600);
  const learnt = openFaqWithProgress("faq");
  const data = { ...learnt, assets: await bundlePageAssets() };
  const progress = startProgress("Measuring");
  const rows = await runRounds({
    ...{ data, seconds, rounds, atOnce, delaysMs, progress },
    texts: readQuestions(),
  });
  progress.end();
  process.stdout.write(
    `${[measuredOn(seconds), formatRows(rows, atOnce), meaning(rows), formatInstances(rows)].join("\n\n")}\n`,
  );
}

function measuredOn(seconds: number): string {
  const { versions, arch } = process;
  return [
    `Node ${versions.node}, ${arch}, ${availableParallelism()} cores, one process; medians of ${rounds} rounds in turn, ${seconds} s a line.`,
    "The labelled questions, signed beforehand. The SDK makes, signs and reads each call to DynamoDB; sockets and TLS are left out.",
  ].join("\n");
}

function meaning(rows: readonly Row[]): string {
  const { storeMs, platformMs, ownMs } = commonAssumptions;
  const asked = rows.find(({ delayMs, kind }) => delayMs === 0 && kind.ending === "replied");
  const measuredMs = (asked?.cpuMs ?? Number.NaN) * slowdown;
  return [
    `What that means at ${functionMemoryMb} MB, where a copy of the function has 1/${slowdown.toFixed(1)} of a processor and one request at a time:`,
    `copies at work for so many a second, with ${storeMs} ms assumed for a call to DynamoDB and ${platformMs} ms for one to a platform.`,
    `\`faq cost\` reckons with ${ownMs} ms of own work (--own-ms); as fast as here, a question on the chat page takes ${measuredMs.toFixed(1)} ms.`,
  ].join("\n");
}
