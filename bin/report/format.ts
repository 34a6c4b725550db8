// A report as a table for the terminal, as JSON or as CSV; page/ makes a page of it.
import { formatTable } from "../table.ts";
import type { ReportTable } from "./report.ts";

export const formats = ["table", "json", "csv", "html"] as const;
export type ReportFormat = (typeof formats)[number];
export type TextFormat = Exclude<ReportFormat, "html">;

/** Whether a format has a place for notes; without one they are told beside it. */
export function holdsNotes(format: ReportFormat): boolean {
  return format === "table" || format === "html";
}

/** With the end of its last line. */
export function formatReport(report: ReportTable, format: TextFormat): string {
  switch (format) {
    case "table":
      return `${asTable(report)}\n`;
    case "json":
      return `${asJson(report)}\n`;
    case "csv":
      return asCsv(report);
  }
}

function asTable({ columns, rows, gathered = rows, notes }: ReportTable): string {
  const table = formatTable(
    columns,
    gathered.map((row) => row.map(String)),
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

/**
 * RFC 4180. Excel takes a file for UTF-8 only where it begins with a byte order mark, which other
 * programs take for a part of the first column's name: it is there only where it is needed, when
 * the name of an entry isn't plain ASCII.
 */
function asCsv({ columns, rows }: ReportTable): string {
  const text = [columns, ...rows].map((row) => `${row.map(csvField).join(",")}\r\n`).join("");
  return /^\p{ASCII}*$/u.test(text) ? text : `\uFEFF${text}`;
}

function csvField(cell: string | number): string {
  const text = withoutFormula(String(cell));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A spreadsheet runs what begins like a formula. No entry of a FAQ is named so, but a file of a
 * broken one may be. A lone "-" is the row of no entry, and no formula.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
function withoutFormula(text: string): string {
  return /^[=+\-@\t\r]./s.test(text) ? `'${text}` : text;
}
