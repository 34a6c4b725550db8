// `npm run bench -- storm`: puts the bot through storms, and says what came of every question.
import { parseArgs } from "node:util";
import { trainBot } from "../../fixtures/bot.ts";
import { describeProblem, describeStorm, describeTotal } from "./format.ts";
import { runStorm, type StormResult } from "./run-storm.ts";
import { runSeeds } from "./seeds.ts";

const usage =
  "Usage: npm run bench -- storm [--seed N] [--seeds K] [--deliveries N] [--quiet]\n" +
  "  --seed N        the first seed (1)\n" +
  "  --seeds K       how many, as many at once as there are cores (1)\n" +
  "  --deliveries N  of each storm, at least (100000)\n" +
  "  --quiet         a line for each storm\n";

/** The last steps of a question that are shown. */
const stepsShown = 40;

export async function benchStorm(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  if (!options) {
    process.stderr.write(usage);
    process.exitCode = 2;
    return;
  }
  const { seed: firstSeed, seeds, deliveries, isQuiet } = options;
  const all = Array.from({ length: seeds }, (_, at) => firstSeed + at);
  const results: StormResult[] = [];
  const onProgress = showProgress(seeds * deliveries);
  for await (const { result, wallMs } of runSeeds(all, deliveries, onProgress)) {
    if (process.stderr.isTTY) process.stderr.write(clearLine);
    process.stdout.write(describeStorm(result, wallMs, isQuiet));
    results.push(result);
    if (result.problems.length > 0) {
      await tellProblems(result, deliveries);
      process.exitCode = 1;
      break;
    }
  }
  if (results.length > 1) process.stdout.write(describeTotal(results));
}

/** What went wrong, and the last steps of the first question concerned, by running it all again. */
async function tellProblems({ seed, problems }: StormResult, deliveries: number): Promise<void> {
  process.stdout.write(`\n${problems.slice(0, 10).map(describeProblem).join("")}`);
  const storyOf = problems.find(({ question }) => question !== undefined)?.question;
  if (storyOf !== undefined) {
    const { story } = await runStorm({ data: trainBot(), seed, deliveries, storyOf });
    const steps = story.slice(-stepsShown).map((step) => `  ${step}\n`);
    process.stdout.write(`\nThe last steps of question ${storyOf}:\n${steps.join("")}`);
  }
  const command = `npm run bench -- storm --seed ${seed} --deliveries ${deliveries}`;
  process.stdout.write(`\nThe same again: ${command}\n`);
}

const clearLine = "\r\u001b[K";

function showProgress(deliveries: number): (soFar: number) => void {
  return (soFar) => {
    if (!process.stderr.isTTY) return;
    const percent = Math.min(100, Math.round((100 * soFar) / deliveries));
    process.stderr.write(`${clearLine}${percent} %`);
  };
}

interface Options {
  readonly seed: number;
  readonly seeds: number;
  readonly deliveries: number;
  readonly isQuiet: boolean;
}

function readOptions(args: readonly string[]): Options | undefined {
  const number = { type: "string" } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { seed: number, seeds: number, deliveries: number, quiet: { type: "boolean" } },
    });
    const { seed = "1", seeds = "1", deliveries = "100000", quiet = false } = values;
    const isNumber = (text: string) => /^\d{1,9}$/.test(text);
    if (![seed, seeds, deliveries].every(isNumber)) return undefined;
    return {
      seed: Number(seed),
      seeds: Number(seeds),
      deliveries: Number(deliveries),
      isQuiet: quiet,
    };
  } catch {
    return undefined;
  }
}
