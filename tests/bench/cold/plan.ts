// What `npm run bench -- cold` is told: how often, and which bundles besides the deployed one.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { refusal, wholeNumber } from "../arguments.ts";
import { deployed } from "./variants.ts";

export interface Plan {
  readonly rounds: number;
  readonly memoryRounds: number;
  readonly folders: readonly string[];
}

/** `[--runs 20] [--memory-runs 5] [FOLDER …]` */
export function readPlan(args: readonly string[]): Plan {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      runs: { type: "string", default: "20" },
      "memory-runs": { type: "string", default: "5" },
    },
    allowPositionals: true,
  });
  const rounds = wholeNumber("--runs", values.runs);
  const memoryRounds = wholeNumber("--memory-runs", values["memory-runs"]);
  const folders = [deployed, ...positionals.map((path) => resolve(path))];
  for (const folder of folders) {
    if (existsSync(join(folder, "index.mjs"))) continue;
    throw refusal(`There is no bundle in ${folder}. \`npm run build\` makes dist/webhook.`);
  }
  return { rounds, memoryRounds, folders };
}
