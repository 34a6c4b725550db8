// Which Node is measured: the one that NODE24 names, as Lambda has it, or else the one that runs this.
import { execFileSync } from "node:child_process";
import { availableParallelism } from "node:os";

export interface MeasuredNode {
  readonly path: string;
  /** Its version and what it runs on. */
  readonly description: string;
}

export function nodeToMeasure(): MeasuredNode {
  const { NODE24, PATH } = process.env;
  const path = NODE24 || process.execPath;
  const ask = ["-p", "process.versions.node + ', ' + process.arch"];
  const about = execFileSync(path, ask, { env: { PATH } }).toString().trim();
  const cores = `${availableParallelism()} cores`;
  const note = about.startsWith("24.") ? "" : " (Lambda has 24: let NODE24 name one)";
  return { path, description: `Node ${about}, ${cores}${note}` };
}
