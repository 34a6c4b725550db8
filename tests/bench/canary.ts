// Many people write over all channels while everything fails; what is left is searched for them.
import { parseArgs } from "node:util";
import { openWorkshop } from "../privacy/build.ts";
import { runCanary } from "../privacy/run-canary.ts";
import { wholeNumber } from "./arguments.ts";

export async function benchCanary(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      messages: { type: "string", default: "10000" },
      seed: { type: "string", default: "1" },
    },
  });
  const messages = wholeNumber("--messages", values.messages);
  const seed = wholeNumber("--seed", values.seed, 0);
  const workshop = openWorkshop();
  try {
    const report = await runCanary(workshop, { messages, seed });
    const places = Object.entries(report.searched);
    const characters = places.reduce((sum, [, searched]) => sum + searched.characters, 0);
    const rows = [
      ["messages", messages],
      ["requests", report.requests],
      ["canaries", report.canaries],
      ["forms of them", report.forms],
      ["characters searched", characters],
      ...places.map(([place, searched]) => [`  ${place}`, searched.characters]),
      ["seconds", report.seconds.toFixed(1)],
      ["MB at most", report.peakMb],
      ["hits", report.hitCount],
    ];
    for (const [name, value] of rows) {
      process.stdout.write(`${String(name).padEnd(20)} ${String(value).padStart(12)}\n`);
    }
    for (const { place, form, excerpt } of report.hits) {
      process.stdout.write(`${place}: ${JSON.stringify(form)} in ${JSON.stringify(excerpt)}\n`);
    }
    if (report.hitCount > 0) process.exitCode = 1;
  } finally {
    workshop.remove();
  }
}
