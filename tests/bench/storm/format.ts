// Puts the result of a storm into words.
import { type Problem, type ProblemKind, repeatCauses } from "./judge.ts";
import type { StormResult } from "./run-storm.ts";

const number = new Intl.NumberFormat("en");

export function describeStorm(result: StormResult, wallMs: number, isQuiet: boolean): string {
  const verdict = `double ${timesOf(result, "double")}, lost ${timesOf(result, "lost")}`;
  const speed = Math.round(result.deliveries / (wallMs / 1000));
  if (isQuiet) {
    const all = number.format(result.deliveries);
    return `seed ${result.seed}: ${all} deliveries, ${verdict}, digest ${result.digest}\n`;
  }
  const lines: (readonly [name: string, value: string | number])[] = [
    ["seed", String(result.seed)],
    ["virtual time", `${(result.virtualMs / 86_400_000).toFixed(1)} days`],
    ["messages", result.messages],
    ["questions", result.questions],
    ["deliveries", result.deliveries],
    ["faults", sumOf(result.faults)],
    ...linesOf(result.faults),
    ["ends of journeys", sumOf(result.endings)],
    ...linesOf(result.endings),
    ["acknowledged", result.acknowledged],
    ["counted", result.counted],
    ["uncounted", result.uncounted],
    ["double", timesOf(result, "double")],
    ["lost", timesOf(result, "lost")],
    ["unanswered", timesOf(result, "unanswered")],
    ["answered again", sumOf(result.repeats)],
    ...repeatCauses.map((cause) => [`  ${cause}`, result.repeats.get(cause) ?? 0] as const),
    ["  without any fault", timesOf(result, "double reply")],
    ["other problems", otherProblems(result)],
    ["digest", result.digest],
    ["wall time", `${(wallMs / 1000).toFixed(1)} s, ${number.format(speed)} deliveries/s`],
  ];
  return `${lines.map(([name, value]) => row(name, value)).join("")}\n`;
}

export function describeTotal(results: readonly StormResult[]): string {
  const sum = (numberOf: (result: StormResult) => number) =>
    number.format(results.reduce((total, result) => total + numberOf(result), 0));
  const crashes = (result: StormResult) =>
    [...result.faults]
      .filter(([kind]) => kind.startsWith("crash"))
      .reduce((total, [, times]) => total + times, 0);
  return (
    `${results.length} seeds: ${sum(({ deliveries }) => deliveries)} deliveries, ` +
    `${sum(({ questions }) => questions)} questions, ${sum(crashes)} crashes, ` +
    `${sum(({ counted }) => counted)} counted, ${sum(({ uncounted }) => uncounted)} uncounted, ` +
    `double ${sum((result) => timesOf(result, "double"))}, ` +
    `lost ${sum((result) => timesOf(result, "lost"))}\n`
  );
}

export function describeProblem({ kind, question, words }: Problem): string {
  return `${kind}${question === undefined ? "" : `, question ${question}`}: ${words}\n`;
}

type Tally = ReadonlyMap<string, number>;

function sumOf(tally: Tally): number {
  return [...tally.values()].reduce((sum, times) => sum + times, 0);
}

function linesOf(tally: Tally): [string, number][] {
  return [...tally]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([kind, times]) => [`  ${kind}`, times]);
}

function timesOf({ problems }: StormResult, kind: ProblemKind): number {
  return problems.filter((problem) => problem.kind === kind).length;
}

const ownLines: readonly ProblemKind[] = ["double", "lost", "unanswered", "double reply"];

function otherProblems({ problems }: StormResult): number {
  return problems.filter(({ kind }) => !ownLines.includes(kind)).length;
}

function row(name: string, value: string | number): string {
  const text = typeof value === "number" ? number.format(value) : value;
  return `${name.padEnd(48)} ${text.padStart(10)}\n`;
}
