// The report hides small cells, never one alone, and rounds its totals.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatReport } from "../../../bin/report/format.ts";
import { rawTable } from "../../../bin/report/raw.ts";
import { makeReport, type ReportTable } from "../../../bin/report/report.ts";
import type { Count, Outcome } from "../../../functions/webhook/counts/cell.ts";

const days = { from: "2026-11-01", to: "2026-11-22" };

const count = (entry: string, outcome: Outcome, n: number): Count => ({
  day: "2026-11-20",
  entry,
  language: "id",
  channel: "web",
  outcome,
  n,
});

const report = (...counts: Count[]) => makeReport(counts, days);
const answered = (...ns: number[]) =>
  report(...ns.map((n, at) => count(`entry-${at}`, "answer", n)));

/** The cells of one column, and its total. */
function column({ columns, rows }: ReportTable, name: string) {
  const cells = rows.map((row) => row[columns.indexOf(name)]);
  return { cells: cells.slice(0, -1), total: cells.at(-1) };
}

describe("the report", () => {
  it("adds days, languages and channels up, an entry a row", () => {
    const { columns, rows } = report(
      count("fee", "answer", 6),
      { ...count("fee", "answer", 7), day: "2026-11-21" },
      { ...count("fee", "answer", 8), channel: "telegram", language: "en" },
      count("fee", "suggest", 9),
      count("-", "fallback-far", 12),
    );
    expect(columns).toEqual([
      "entry",
      "answered",
      "suggested",
      "unanswered",
      "helpful",
      "unhelpful",
    ]);
    expect(rows).toEqual([
      ["-", 0, 0, 12, 0, 0],
      ["fee", 21, 9, 0, 0, 0],
      ["total", 20, 10, 10, 0, 0],
    ]);
  });

  it("takes an entry that was picked for answered, and both fallbacks for unanswered", () => {
    const { rows } = report(
      count("fee", "answer", 5),
      count("fee", "chosen", 6),
      count("fee", "fallback-near", 7),
      count("fee", "fallback-far", 8),
    );
    expect(rows[0]).toEqual(["fee", 11, 0, 15, 0, 0]);
  });

  it("shows what people thought of an answer", () => {
    const { rows } = report(count("fee", "helpful", 70), count("fee", "unhelpful", 6));
    expect(rows[0]).toEqual(["fee", 0, 0, 0, 70, 6]);
  });

  it("leaves out what asks for nothing: small talk, pictures", () => {
    const { rows } = report(count("-", "smalltalk", 50), count("-", "nontext", 60));
    expect(rows).toEqual([["total", 0, 0, 0, 0, 0]]);
  });

  it("hides cells below 5", () => {
    expect(column(answered(4, 1, 5, 100), "answered").cells).toEqual(["<5", "<5", 5, 100]);
  });

  it("hides the next smallest with a small cell that would stand alone", () => {
    expect(column(answered(30, 3, 7, 100), "answered").cells).toEqual([30, "<5", "hidden", 100]);
  });

  it("hides a nought with it where there is no other cell", () => {
    const table = report(count("fee", "answer", 3), count("join", "suggest", 9));
    expect(column(table, "answered").cells).toEqual(["<5", "hidden"]);
  });

  it("hides a total below 5 too", () => {
    expect(column(answered(2), "answered")).toEqual({ cells: ["<5"], total: "<5" });
  });

  it("rounds totals to 5", () => {
    expect(column(answered(5, 6), "answered").total).toBe(10);
    expect(column(answered(5, 8), "answered").total).toBe(15);
  });

  it("never shows a small number, an exact total or a lone hidden cell, whatever was counted", () => {
    const cells = fc.array(
      fc.record({
        entry: fc.constantFrom("a", "b", "c", "d"),
        outcome: fc.constantFrom<Outcome>("answer", "chosen", "suggest", "fallback-near"),
        n: fc.integer({ min: 1, max: 12 }),
      }),
    );
    fc.assert(
      fc.property(cells, (counted) => {
        const table = report(...counted.map(({ entry, outcome, n }) => count(entry, outcome, n)));
        for (const name of table.columns.slice(1)) {
          const { cells, total } = column(table, name);
          const shown = [...cells, total].filter((cell) => typeof cell === "number");
          expect(shown.every((n) => n === 0 || n >= 5)).toBe(true);
          expect(total === "<5" || Number(total) % 5 === 0).toBe(true);
          const hidden = cells.filter((cell) => typeof cell === "string").length;
          expect(hidden !== 1 || (cells.length === 1 && total === "<5")).toBe(true);
        }
      }),
    );
  });

  it("says which days it is of, and what was done to it", () => {
    const [note = ""] = answered(9).notes;
    expect(note).toContain("From 2026-11-01 to 2026-11-22.");
    expect(note).toContain("cells below 5 are shown as <5");
  });
});

describe("formats", () => {
  const table: ReportTable = {
    columns: ["entry", "answered"],
    rows: [
      ["fee", "<5"],
      ["opening-hours", 120],
    ],
    notes: ["A note."],
  };

  it("lines a table up, with its notes below", () => {
    expect(formatReport(table, "table")).toBe(
      [
        "entry          answered",
        "fee                  <5",
        "opening-hours       120",
        "",
        "A note.",
      ].join("\n"),
    );
  });

  it("makes JSON a list of objects, a row each", () => {
    expect(JSON.parse(formatReport(table, "json"))).toEqual([
      { entry: "fee", answered: "<5" },
      { entry: "opening-hours", answered: 120 },
    ]);
  });

  it("makes a page whose cells are text, whatever they hold", () => {
    const page = formatReport({ ...table, rows: [["<b>", 1]] }, "html");
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).toContain('<th scope="col">answered</th>');
    expect(page).toContain("<tr><td>&lt;b&gt;</td><td>1</td></tr>");
    expect(page).toContain("<p>A note.</p>");
  });

  it("makes CSV by RFC 4180", () => {
    const odd = { ...table, rows: [['a "b", c', 1]] };
    expect(formatReport(odd, "csv")).toBe('entry,answered\r\n"a ""b"", c",1');
  });
});

it("keeps every cell of the raw table as it stands", () => {
  const { columns, rows } = rawTable([count("fee", "answer", 1)]);
  expect(columns).toEqual(["day", "entry", "language", "channel", "outcome", "n"]);
  expect(rows).toEqual([["2026-11-20", "fee", "id", "web", "answer", 1]]);
});
