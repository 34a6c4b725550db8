// How the engine grows: what banks of generated entries cost to learn, to load and to ask.
import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { type Progress, startProgress } from "../../../bin/progress.ts";
import { formatAims, formatFailure, formatScale } from "./format.ts";
import { measureSizes } from "./measure.ts";
import { readOptions } from "./options.ts";
import { plotGrowth } from "./plot/plot.ts";
import { questionCount } from "./sample.ts";

const rounds = 5;

export async function benchScale(args: readonly string[]): Promise<void> {
  const { sizes, phrasings, svg } = readOptions(args);
  const work = startWork();
  const { costs, failures } = await measureSizes({ sizes, phrasings, rounds, onWork: work.show });
  work.end();
  const failed = failures.map(formatFailure);
  if (failures.length > 0) process.exitCode = 1;
  const paragraphs = [
    `Node ${process.versions.node}, ${process.arch}, ${availableParallelism()} cores. ${phrasings} phrasings an entry, half of them in each of two invented languages. Each size was learnt once in a process of its own, then loaded and asked ${questionCount} unseen questions of each kind in ${rounds} more, the sizes in turn: medians, of each question too.`,
    costs.length > 0 ? formatScale(costs) : "",
    [...formatAims(costs), ...failed].join("\n"),
  ];
  process.stdout.write(`${paragraphs.filter((text) => text !== "").join("\n\n")}\n`);
  if (svg === undefined) return;
  const plot = plotGrowth(costs, phrasings);
  if (plot === undefined) throw new Error(`No plot in ${svg}: it takes figures of two sizes.`);
  writeFileSync(svg, plot);
  process.stderr.write(`The plot is in ${svg}.\n`);
}

/** Each piece of work is named on a line of its own, and shows how far it has come. */
function startWork() {
  let named = "";
  let progress: Progress | undefined;
  return {
    show(what: string, share: number): void {
      if (what !== named) {
        progress?.end();
        process.stderr.write(`${what} …\n`);
        progress = startProgress(what);
        named = what;
      }
      progress?.show(share);
    },
    end: () => progress?.end(),
  };
}
