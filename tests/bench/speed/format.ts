// The figures of a comparison as tables for people.
import { formatTable } from "../../../bin/table.ts";
import { percent } from "../percent.ts";
import { quantile, scoresOf } from "../quality/measure.ts";
import type { Comparison, Measured } from "./compare.ts";
import { threeDigits } from "./figures.ts";
import { type Asked, timesOf } from "./rounds.ts";

export function formatEngines(engines: readonly Measured[]): string {
  const [jelas] = engines;
  if (!jelas) return "";
  const base = timesOf(jelas.asked).p50Ms;
  return formatTable(
    ["engine", "asked", "p50 ms", "p99 ms", "a second", "kB each", "× Jelas", "top-1", "Jelas'"],
    engines.map(({ name, asked, bytesPerQuestion }) => {
      const { p50Ms, p99Ms, perSecond } = timesOf(asked);
      return [
        name,
        `${numbersOf(asked).size}`,
        threeDigits(p50Ms),
        threeDigits(p99Ms),
        threeDigits(perSecond),
        threeDigits(bytesPerQuestion / 1000),
        threeDigits(p50Ms / base),
        percent(top1(asked)),
        percent(top1OnTheSame(jelas.asked, asked)),
      ];
    }),
  );
}

export function formatInputs({ engines, misspelt, hostile }: Comparison): string {
  const clean = engines[0]?.asked ?? [];
  const base = timesOf(clean).p50Ms;
  const row = (name: string, asked: Asked) => {
    const { p50Ms, p99Ms, perSecond } = timesOf(asked);
    const [times, timesAtWorst] = [p50Ms / base, p99Ms / base];
    return [name, ...[p50Ms, p99Ms, perSecond, times, timesAtWorst].map(threeDigits)];
  };
  const kinds = (hostile[0] ?? []).map(({ question }) => question.style ?? "");
  const costs = kinds.map((kind) => ({ kind, ms: medianMs(hostile, kind) }));
  const [worst] = costs.sort((a, b) => b.ms - a.ms);
  return formatTable(
    ["what Jelas is sent", "p50 ms", "p99 ms", "a second", "p50 × clean", "p99 × clean p50"],
    [
      row("the questions as they are", clean),
      row("10 % of their letters replaced", misspelt),
      row(`${costs.length} kinds of hostile text, worst: ${worst?.kind ?? "none"}`, hostile),
    ],
  );
}

function medianMs(asked: Asked, style: string): number {
  const outcomes = asked.flat().filter(({ question }) => question.style === style);
  return quantile(
    outcomes.map(({ ms }) => ms),
    0.5,
  );
}

/** The share of the in-scope questions whose entry comes first. */
export function top1(asked: Asked): number {
  return scoresOf(asked.flat(), () => null).top1;
}

/** Jelas' on the questions that the other was asked. */
export function top1OnTheSame(jelas: Asked, other: Asked): number {
  const numbers = numbersOf(other);
  return top1(jelas.map((round) => round.filter(({ question }) => numbers.has(question.number))));
}

function numbersOf(asked: Asked): Set<number> {
  return new Set(asked.flat().map(({ question }) => question.number));
}
