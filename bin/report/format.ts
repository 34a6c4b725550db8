// A report as a table for the terminal, as JSON, as CSV or as a page.
import { html } from "../../functions/webhook/page/html.ts";
import { formatTable } from "../table.ts";
import type { ReportTable } from "./report.ts";

export const formats = ["table", "json", "csv", "html"] as const;
export type ReportFormat = (typeof formats)[number];

/** Whether a format has a place for notes; without one they are told beside it. */
export function holdsNotes(format: ReportFormat): boolean {
  return format === "table" || format === "html";
}

export function formatReport(report: ReportTable, format: ReportFormat): string {
  switch (format) {
    case "table":
      return asTable(report);
    case "json":
      return asJson(report);
    case "csv":
      return asCsv(report);
    case "html":
      return asHtml(report);
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

/** RFC 4180; no cell holds a line break. */
function asCsv({ columns, rows }: ReportTable): string {
  const field = (cell: string | number) =>
    /[",]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell);
  return [columns, ...rows].map((row) => row.map(field).join(",")).join("\r\n");
}

function asHtml({ columns, rows, gathered = rows, notes }: ReportTable): string {
  const title = "What people asked about";
  return html`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${title}</title>
<style>
body { font: 16px/1.5 sans-serif; margin: 2rem; }
th, td { padding: 0.2rem 1rem; text-align: right; }
th:first-child, td:first-child { text-align: left; }
</style>
<h1>${title}</h1>
<table>
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>
${gathered.map(
  (row) => html`<tr>${row.map((cell) => html`<td>${String(cell)}</td>`)}</tr>
`,
)}</tbody>
</table>
${notes.map((note) => html`<p>${note}</p>`)}`.html;
}
