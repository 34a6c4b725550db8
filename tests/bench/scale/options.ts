// What the command line asks for, checked before anything takes its minutes.
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { refusal, wholeNumber } from "../arguments.ts";

export interface Options {
  /** Smallest first. */
  readonly sizes: readonly number[];
  readonly phrasings: number;
  readonly svg: string | undefined;
}

/** The engine learns nothing from fewer. */
const fewest = 2;

export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      entries: { type: "string", default: "50,500,5000" },
      phrasings: { type: "string", default: "20" },
      svg: { type: "string" },
    },
  });
  const { entries, phrasings, svg } = values;
  if (svg !== undefined && !existsSync(dirname(svg))) {
    throw refusal(`--svg: there is no folder ${dirname(svg)}: make it first.`);
  }
  const sizes = entries.split(",").map((size) => wholeNumber("--entries", size, fewest));
  return {
    sizes: [...new Set(sizes)].sort((a, b) => a - b),
    phrasings: wholeNumber("--phrasings", phrasings, fewest),
    svg,
  };
}
