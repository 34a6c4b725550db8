// The exact cells of the counts table, shards summed.
import type { Count } from "../../functions/webhook/counts/cell.ts";
import type { ReportTable } from "./report.ts";

export function rawTable(counts: readonly Count[]): ReportTable {
  return {
    columns: ["day", "entry", "language", "channel", "outcome", "n"],
    rows: counts.map(({ day, entry, language, channel, outcome, n }) => [
      day,
      entry,
      language,
      channel,
      outcome,
      n,
    ]),
    notes: [],
  };
}
