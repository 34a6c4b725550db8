// Hostile inputs by the million, at everything that takes any; whatever breaks can be had again.
import { parseArgs } from "node:util";
import { formatTable } from "../../bin/table.ts";
import type { Tally } from "../fuzz/campaign.ts";
import { campaigns } from "../fuzz/targets.ts";
import { refusal, wholeNumber } from "./arguments.ts";

export async function benchFuzz(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      inputs: { type: "string", default: "1000000" },
      seed: { type: "string", default: String(Math.floor(Math.random() * 2 ** 31)) },
      only: { type: "string" },
    },
  });
  const { only } = values;
  const seed = wholeNumber("--seed", values.seed, 0);
  const wanted = wholeNumber("--inputs", values.inputs);
  const chosen = campaigns.filter(({ name }) => only === undefined || name === only);
  if (chosen.length === 0) {
    const names = campaigns.map(({ name }) => name).join(", ");
    throw refusal(`There is no target "${only}". The targets are ${names}.`);
  }
  process.stdout.write(`seed ${seed}\n`);
  const rows: (readonly string[])[] = [];
  const tallies: Tally[] = [];
  for (const { name, shareOf, run } of chosen) {
    const inputs = only === undefined ? shareOf(wanted) : wanted;
    const tally = await run({ inputs, seed });
    tallies.push(tally);
    rows.push(rowOf(name, tally));
    process.stderr.write(`${name} done\n`);
    if (tally.failure) {
      const { problems, input } = tally.failure;
      process.stdout.write(`${name}: ${problems}\n${input}\n`);
      process.stdout.write(
        `Again: npm run bench -- fuzz --only ${name} --seed ${seed} --inputs ${inputs}\n`,
      );
    }
  }
  process.stdout.write(`${formatTable(head, [...rows, totalOf(tallies)])}\n`);
  if (tallies.some(isBad)) process.exitCode = 1;
}

const head = [
  ...["target", "inputs", "2xx", "4xx", "503", "other 5xx", "unhandled", "slowest ms"],
  "failing seed",
];

function rowOf(name: string, tally: Tally): string[] {
  const { inputs, success, refused, tryAgain, otherErrors, unhandled, slowestMs } = tally;
  return [
    name,
    ...[inputs, success, refused, tryAgain, otherErrors, unhandled].map(String),
    slowestMs.toFixed(1),
    tally.failure ? String(tally.failure.seed) : "none",
  ];
}

function totalOf(tallies: readonly Tally[]): string[] {
  const sum = (of: (tally: Tally) => number) => tallies.reduce((n, tally) => n + of(tally), 0);
  const failures = tallies.filter(({ failure }) => failure).length;
  return [
    "all",
    ...[
      sum(({ inputs }) => inputs),
      sum(({ success }) => success),
      sum(({ refused }) => refused),
      sum(({ tryAgain }) => tryAgain),
      sum(({ otherErrors }) => otherErrors),
      sum(({ unhandled }) => unhandled),
    ].map(String),
    Math.max(...tallies.map(({ slowestMs }) => slowestMs)).toFixed(1),
    failures === 0 ? "none" : `${failures} failed`,
  ];
}

function isBad({ failure, otherErrors, unhandled }: Tally): boolean {
  return failure !== undefined || otherErrors > 0 || unhandled > 0;
}
