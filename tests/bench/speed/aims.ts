// What the figures should be, printed beside what they are: told, never asserted.
import { formatTable } from "../../../bin/table.ts";
import type { Comparison } from "./compare.ts";
import { threeDigits } from "./figures.ts";
import { top1, top1OnTheSame } from "./format.ts";
import { timesOf } from "./rounds.ts";

export interface Aim {
  readonly what: string;
  readonly unit: string;
  readonly found: number;
  readonly bound: readonly [sign: "≥" | ">" | "≤", limit: number];
}

/** Those of the engines that took part. */
export function aimsOf({ engines, misspelt }: Comparison): Aim[] {
  const jelas = engines[0]?.asked ?? [];
  const { p50Ms } = timesOf(jelas);
  const beside = (name: string, atLeast: number): Aim[] =>
    engines
      .filter((engine) => engine.name === name)
      .flatMap(({ asked }) => [
        {
          what: `times as fast as ${name}, by p50`,
          unit: "×",
          found: timesOf(asked).p50Ms / p50Ms,
          bound: ["≥", atLeast],
        },
        {
          what: "… while ahead of it in top-1",
          unit: " points",
          found: 100 * (top1OnTheSame(jelas, asked) - top1(asked)),
          bound: [">", 0],
        },
      ]);
  return [
    ...beside("MiniSearch", 3),
    ...beside("Fuse.js tokens", 50),
    {
      what: "p99 with 10 % of the letters replaced, beside the p50 without",
      unit: "×",
      found: timesOf(misspelt).p99Ms / p50Ms,
      bound: ["≤", 5],
    },
  ];
}

export function formatAims(aims: readonly Aim[]): string {
  return formatTable(
    ["aim", "", "found", "met"],
    aims.map((aim) => [
      aim.what,
      `${aim.bound.join(" ")}${aim.unit}`,
      `${threeDigits(aim.found)}${aim.unit}`,
      isMet(aim) ? "yes" : "NO",
    ]),
  );
}

/** What couldn't be measured (0 / 0) meets nothing. */
function isMet({ found, bound: [sign, limit] }: Aim): boolean {
  if (sign === ">") return found > limit;
  return sign === "≥" ? found >= limit : found <= limit;
}
