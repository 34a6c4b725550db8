// A report as a table for the terminal, as JSON or as CSV.
import { formatTable } from "../table.ts";
import type { ReportTable } from "./report.ts";

export const formats = ["table", "json", "csv"] as const;
export type ReportFormat = (typeof formats)[number];

export function formatReport(report: ReportTable, format: ReportFormat): string {
  switch (format) {
    case "table":
      return asTable(report);
    case "json":
      return asJson(report);
    case "csv":
      return asCsv(report);
  }
}

function asTable({ columns, rows, notes }: ReportTable): string {
  const table = formatTable(
    columns,
    rows.map((row) => row.map(String)),
  );
  return [table, ...notes].join("\n\n");
}

/** A list of objects, one a row. */
function asJson({ columns, rows }: ReportTable): string {
  const objects = rows.map((row) =>
    Object.fromEntries(columns.map((column, index) => [column, row[index]])),
  );
  return JSON.stringify(objects, null, 2);
}

/** RFC 4180; no cell holds a line break. */
function asCsv({ columns, rows }: ReportTable): string {
  const field = (cell: string | number) =>
    /[",]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell);
  return [columns, ...rows].map((row) => row.map(field).join(",")).join("\r\n");
}
