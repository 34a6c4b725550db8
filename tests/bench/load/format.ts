// The figures of a load test as tables of plain text.
import { formatTable } from "../../../bin/table.ts";
import { quantile } from "../quality/measure.ts";
import { doubleCounts, lostCounts, neverTaken } from "./judge.ts";
import type { Attempt } from "./open-loop.ts";
import type { Phase } from "./phase.ts";

export interface Named {
  readonly name: string;
  readonly values: readonly number[];
}

export function formatQuantiles(what: string, rows: readonly Named[]): string {
  return formatTable(
    [what, "number", "p50", "p90", "p99", "max"],
    rows.map(({ name, values }) => [
      name,
      String(values.length),
      ...[0.5, 0.9, 0.99, 1].map((share) => quantile(values, share).toFixed(1)),
    ]),
  );
}

/** Of what was delivered as planned: a delivery that was asked for again is late by intention. */
export function latenciesOf(attempts: readonly Attempt[], copy?: Attempt["copy"]): number[] {
  return attempts
    .filter((attempt) => attempt.attempt === 1 && (copy === undefined || attempt.copy === copy))
    .map(({ latencyMs }) => latencyMs);
}

export function latencyRows(name: string, attempts: readonly Attempt[]): Named[] {
  return [
    { name: `${name}, first copies`, values: latenciesOf(attempts, "first") },
    { name: `${name}, second copies`, values: latenciesOf(attempts, "second") },
    { name: `${name}, both`, values: latenciesOf(attempts) },
  ];
}

/** The latencies of each stretch between two turns of the store. */
export function stretchRows({ name, attempts, stretches }: Phase): Named[] {
  return stretches.map(({ store, fromMs, toMs }) => ({
    name: `${name}, store ${store}`,
    values: latenciesOf(attempts.filter(({ dueMs }) => dueMs >= fromMs && dueMs < toMs)),
  }));
}

export function formatCounts(phases: readonly Phase[]): string {
  return formatTable(
    ["counts", "messages", "answered", "replies", "counted", "uncounted", "double", "lost"],
    phases.flatMap((phase) => [
      [
        phase.name,
        phase.messages,
        phase.tally.people,
        phase.tally.replies,
        phase.tally.counted,
        phase.tally.uncounted,
        doubleCounts(phase),
        lostCounts(phase),
      ].map(String),
      ...phase.stretches
        .filter(() => phase.stretches.length > 1)
        .map(({ store, tally, toMs, fromMs }) => [
          `  store ${store}, ${Math.round((toMs - fromMs) / 1000)} s`,
          "",
          String(tally.people),
          String(tally.replies),
          String(tally.counted),
          String(tally.uncounted),
        ]),
    ]),
  );
}

export function formatStatuses(phases: readonly Phase[]): string {
  return formatTable(
    ["responses", "deliveries", "200", "503", "other", "asked again", "never taken"],
    phases.map((phase) => {
      const withStatus = (isMeant: (status: number) => boolean) =>
        phase.attempts.filter(({ status }) => isMeant(status)).length;
      return [
        phase.name,
        phase.messages * 2,
        withStatus((status) => status === 200),
        withStatus((status) => status === 503),
        withStatus((status) => status !== 200 && status !== 503),
        phase.attempts.filter(({ attempt }) => attempt > 1).length,
        neverTaken(phase),
      ].map(String);
    }),
  );
}
