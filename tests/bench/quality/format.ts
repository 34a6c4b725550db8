// The figures of a data set as tables for people.
import { formatTable } from "../../../bin/table.ts";
import { percent } from "../percent.ts";
import type { Outcome } from "./ask.ts";
import { type DataSet, givenUp, type Row } from "./compare.ts";
import { isInScope, outOfScopeRecall, type Scores, scoresOf, top1Lost } from "./measure.ts";
import type { Question } from "./questions.ts";

type Column = readonly [head: string, cell: (row: Row) => string];

export function formatDataSet(set: DataSet, rows: ReadonlyMap<number, readonly Row[]>): string {
  const clean = rows.get(0) ?? [];
  const noisy = [...rows].filter(([rate]) => rate > 0);
  return [
    describe(set),
    formatClean(clean),
    ...groupings
      .filter(({ of }) => set.questions.some(of))
      .map(({ head, of }) => formatGroups(head, clean, of)),
    ...noisy.flatMap(([rate, rows]) => [
      `${set.name}, ${100 * rate} % of the letters replaced`,
      formatNoisy(rows, clean),
    ]),
  ].join("\n\n");
}

const groupings = [
  { head: "language", of: ({ language }: Question) => language },
  { head: "style", of: ({ style }: Question) => style },
];

function describe({ name, bank, questions }: DataSet): string {
  const phrasings = [...bank.phrasings.values()].flat().length;
  const outside = questions.filter(({ accepts }) => accepts.length === 0).length;
  return (
    `${name}: ${bank.phrasings.size} entries, ${phrasings} phrasings, ` +
    `${bank.offtopic.length} off-topic sentences; ` +
    `${questions.length} questions, ${outside} of them out of scope`
  );
}

function formatClean(rows: readonly Row[]): string {
  return formatRows(rows, [
    ["refused", ({ outcomes }) => percent(outOfScopeRecall(outcomes, givenUp))],
  ]);
}

/** `clean` are the rows of the same matchers on the same questions as they were. */
function formatNoisy(rows: readonly Row[], clean: readonly Row[]): string {
  const cleanOf = (name: string) => clean.find((row) => row.name === name)?.outcomes ?? [];
  return formatRows(rows, [
    ["lost", ({ name, outcomes }) => percent(top1Lost(cleanOf(name), outcomes))],
  ]);
}

function formatRows(rows: readonly Row[], columns: readonly Column[]): string {
  const scores = new Map(rows.map((row) => [row, scoresOf(row.outcomes, row.answering)]));
  const figure = (name: keyof Scores, write: (value: number) => string) => (row: Row) =>
    write(scores.get(row)?.[name] ?? 0);
  const all: Column[] = [
    ["matcher", ({ name }) => name],
    ["questions", ({ outcomes }) => String(outcomes.length)],
    ["top-1", figure("top1", percent)],
    ["top-3", figure("top3", percent)],
    ["right", figure("right", percent)],
    ["wrong", figure("wrong", percent)],
    ["off-topic", figure("exposed", percent)],
    ["AUROC", figure("auroc", (value) => value.toFixed(3))],
    ...columns,
    ["p50 ms", figure("p50Ms", (value) => value.toFixed(2))],
    ["p99 ms", figure("p99Ms", (value) => value.toFixed(2))],
  ];
  return formatTable(
    all.map(([head]) => head),
    rows.map((row) => all.map(([, cell]) => cell(row))),
  );
}

/** Top-1 / answered right of the in-scope questions of each group, matchers side by side. */
function formatGroups(
  head: string,
  rows: readonly Row[],
  groupOf: (question: Question) => string | undefined,
): string {
  const inside = (rows[0]?.outcomes ?? []).filter(isInScope);
  const groups = [...new Set(inside.map(({ question }) => groupOf(question)))];
  return formatTable(
    [head, "questions", ...rows.map(({ name }) => name)],
    groups.map((group) => {
      const isMember = ({ question }: Outcome) => groupOf(question) === group;
      return [
        group ?? "",
        String(inside.filter(isMember).length),
        ...rows.map(({ outcomes, answering }) => {
          const { top1, right } = scoresOf(outcomes.filter(isMember), answering);
          return `${percent(top1)} / ${percent(right)}`;
        }),
      ];
    }),
  );
}
