// What a report shows of each entry: the questions that were let go on its days.
import { type ByColumn, byColumn, type Cells, columnNames } from "./cells.ts";
import { releasesOf } from "./release.ts";
import type { ReportDays } from "./report-days.ts";
import { sum } from "./totals.ts";

export interface ShownEntry {
  readonly entry: string;
  /** Nought where nothing may be shown. */
  readonly shown: ByColumn;
}

/** The entries that show something, most asked first, and the others by name. */
export interface ShownEntries {
  readonly loud: readonly ShownEntry[];
  readonly quiet: readonly string[];
}

/** Entries of the FAQ are among them whether asked or not: that they are there tells nothing. */
export function shownEntries(
  cells: Cells,
  days: ReportDays,
  faqEntries: readonly string[],
): ShownEntries {
  const counted = columnNames.flatMap((name) => [...cells[name].keys()]);
  const all = [...new Set([...faqEntries, "-", ...counted])].sort().map((entry) => ({
    entry,
    shown: byColumn((name) => {
      const cell = cells[name].get(entry);
      return cell ? releasesOf(cell.daily, days).released : 0;
    }),
  }));
  const shownOf = ({ shown }: ShownEntry) => sum(Object.values(shown));
  const known = new Set([...faqEntries, "-"]);
  return {
    loud: all.filter((entry) => shownOf(entry) > 0).sort((a, b) => shownOf(b) - shownOf(a)),
    quiet: all.filter((each) => shownOf(each) === 0 && known.has(each.entry)).map((e) => e.entry),
  };
}
