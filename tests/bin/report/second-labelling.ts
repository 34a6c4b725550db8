// Finds other labels for the same questions of which the same is told: the proof of docs/adr/0006
// for breakdowns, turned into a search.
import { type Batch, type BatchRule, batchesOf } from "../../../bin/report/batches.ts";
import { cellsOf, questionColumns } from "../../../bin/report/cells.ts";
import type { Cell, Count } from "../../../functions/webhook/counts/cell.ts";

export function batchesIn(counts: readonly Count[], rule: BatchRule, lastDay: string): Batch[] {
  const cells = cellsOf(counts, lastDay);
  const all = questionColumns.flatMap((name) => [...cells[name].values()]);
  return batchesOf(all, rule, lastDay);
}

/** A sum of some of a world's numbers. */
export type SumOf = (counts: readonly Count[]) => number;

/** Counts that look the same, in which the sum is another one; undefined if none are found. */
export function secondLabelling(
  counts: readonly Count[],
  { counts: inBatch }: Batch,
  sum: SumOf,
  isAlike: (counts: readonly Count[]) => boolean,
): Count[] | undefined {
  const outside = counts.filter((count) => !inBatch.includes(count));
  for (const changed of changesOf(inBatch.flatMap(oneByOne))) {
    const other = [...outside, ...changed];
    if (sum(changed) !== sum(inBatch) && isAlike(other)) return other;
  }
  return undefined;
}

/** How far a number by label may have to be moved before the same is told again. */
const farthest = 9;

function* changesOf(questions: readonly Count[]): Generator<Count[]> {
  for (const [from, to] of labelPairs) {
    const before = questions.filter((question) => has(question, from));
    const after = questions.filter((question) => has(question, to));
    // One question gets the other's label, and that one its own.
    for (const one of before) {
      for (const other of after.slice(0, 3)) yield given(questions, [one], to, [other], from);
    }
    for (let many = 1; many <= Math.min(farthest, before.length); many++) {
      yield given(questions, before.slice(0, many), to);
      yield given(questions, before.slice(-many), to);
    }
  }
}

type Labels = Partial<Pick<Cell, "language" | "channel">>;

const languages: Labels[] = [{ language: "id" }, { language: "en" }];
const channels: Labels[] = (["web", "whatsapp", "telegram", "line", "twilio"] as const).map(
  (channel) => ({ channel }),
);
const labelPairs = [languages, channels].flatMap((labels) =>
  labels.flatMap((from) => labels.filter((to) => to !== from).map((to) => [from, to] as const)),
);

function given(
  questions: readonly Count[],
  some: readonly Count[],
  label: Labels,
  others: readonly Count[] = [],
  othersLabel: Labels = {},
): Count[] {
  return questions.map((question) => ({
    ...question,
    ...(some.includes(question) ? label : others.includes(question) ? othersLabel : {}),
  }));
}

function has(question: Count, { language, channel }: Labels): boolean {
  return language === undefined ? question.channel === channel : question.language === language;
}

function oneByOne(count: Count): Count[] {
  return Array.from({ length: count.n }, () => ({ ...count, n: 1 }));
}
