// The report shows a number once it is 5, and rounds its totals.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatReport } from "../../../bin/report/format.ts";
import { rawTable } from "../../../bin/report/raw.ts";
import { makeReport, type ReportTable } from "../../../bin/report/report.ts";
import type { Count, Outcome } from "../../../functions/webhook/counts/cell.ts";

const days = { from: "2026-11-01", to: "2026-11-22" };
const faq = ["fee", "join", "opening-hours"];

const count = (entry: string, outcome: Outcome, n: number, day = "2026-11-20"): Count => ({
  day,
  entry,
  language: "id",
  channel: "web",
  outcome,
  n,
});

const report = (...counts: Count[]) => makeReport(counts, days, faq);
const answered = (...ns: number[]) =>
  report(...ns.map((n, at) => count(`entry-${at}`, "answer", n)));

/** A row by its first cell. */
function row({ rows }: ReportTable, name: string) {
  return rows.find(([first]) => first === name);
}

const answeredTotal = (table: ReportTable) => row(table, "total")?.[1];
const nothing = ["<5", "<5", "<5", "<5", "<5"];

describe("the report", () => {
  it("adds days, languages and channels up, an entry a row, the most asked first", () => {
    const { columns, rows } = report(
      count("fee", "answer", 6),
      count("fee", "answer", 7, "2026-11-21"),
      { ...count("fee", "answer", 8), channel: "telegram", language: "en" },
      count("fee", "suggest", 9),
      count("-", "fallback-far", 32),
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
      ["-", "<5", "<5", 32, "<5", "<5"],
      ["fee", 21, 9, "<5", "<5", "<5"],
      ["join", ...nothing],
      ["opening-hours", ...nothing],
      ["total", 20, 10, 30, "<5", "<5"],
    ]);
  });

  it("takes an entry that was picked for answered, and both fallbacks for unanswered", () => {
    const table = report(
      count("fee", "answer", 2),
      count("fee", "chosen", 9),
      count("fee", "fallback-near", 7),
      count("fee", "fallback-far", 8),
    );
    expect(row(table, "fee")).toEqual(["fee", 11, "<5", 15, "<5", "<5"]);
  });

  it("shows what people thought of an answer, and doesn't take it for a question", () => {
    const table = report(count("fee", "helpful", 70), count("fee", "unhelpful", 6));
    expect(row(table, "fee")).toEqual(["fee", "<5", "<5", "<5", 70, 6]);
    expect(table.questions).toBe(0);
  });

  it("leaves out what asks for nothing: small talk, pictures", () => {
    const table = report(count("fee", "smalltalk", 50), count("-", "nontext", 60));
    expect(table.rows.map(([, ...cells]) => cells)).toEqual(Array(5).fill(nothing));
  });

  it("keeps what is below 5 back until there are 5, and shows all of it on that day", () => {
    const asked = [
      count("fee", "answer", 3, "2026-11-03"),
      count("fee", "answer", 1, "2026-11-04"),
      count("fee", "answer", 4, "2026-11-05"),
      count("fee", "answer", 2, "2026-11-06"),
    ];
    const shown = (from: string, to: string) =>
      row(makeReport(asked, { from, to }, faq), "fee")?.[1];
    expect(shown("2026-11-03", "2026-11-04")).toBe("<5");
    expect(shown("2026-11-05", "2026-11-05")).toBe(8);
    expect(shown("2026-11-06", "2026-11-30")).toBe("<5");
    expect(shown("2026-11-01", "2026-11-30")).toBe(8);
  });

  it("tells a nought as it tells a 4", () => {
    expect(row(report(count("fee", "answer", 4)), "fee")).toEqual(row(report(), "fee"));
  });

  it("has a row for an entry that the FAQ has lost only where it shows something of it", () => {
    expect(row(answered(4), "entry-0")).toBeUndefined();
    expect(row(answered(5), "entry-0")).toEqual(["entry-0", 5, "<5", "<5", "<5", "<5"]);
  });

  it("puts what waits into the totals, in steps", () => {
    expect(answeredTotal(answered(4))).toBe("<5");
    expect(answeredTotal(answered(4, 4))).toBe(5);
    expect(answeredTotal(answered(4, 4, 4, 4, 4, 3))).toBe(20);
    expect(answeredTotal(answered(5, 6))).toBe(10);
    expect(answeredTotal(answered(5, 8))).toBe(15);
  });

  it("counts the questions of all columns", () => {
    const table = report(
      count("fee", "answer", 12),
      count("fee", "suggest", 9),
      count("-", "fallback-far", 20),
      count("fee", "helpful", 8),
    );
    expect(table.questions).toBe(40);
  });

  const worlds = fc.array(
    fc.record({
      entry: fc.constantFrom("fee", "join", "opening-hours", "lost", "other", "more"),
      day: fc.constantFrom("2026-11-01", "2026-11-02", "2026-11-03", "2026-11-04"),
      n: fc.integer({ min: 1, max: 9 }),
    }),
    { maxLength: 30 },
  );
  const countsOf = (asked: readonly { entry: string; day: string; n: number }[]) =>
    asked.map(({ entry, day, n }) => count(entry, "answer", n, day));
  const on = (day: number) => `2026-11-0${day}`;

  it("never shows a number below 5, and totals that are multiples of 5, near the truth", () => {
    fc.assert(
      fc.property(worlds, (asked) => {
        const table = makeReport(countsOf(asked), { from: on(2), to: on(4) }, faq);
        const cells = table.rows.flatMap(([, ...cells]) => cells);
        expect(cells.every((cell) => cell === "<5" || Number(cell) >= 5)).toBe(true);
        const truth = asked.reduce((sum, { day, n }) => sum + (day >= on(2) ? n : 0), 0);
        const total = answeredTotal(table);
        if (total === "<5") expect(truth).toBeLessThan(5);
        else {
          expect(Number(total) % 5).toBe(0);
          expect(Math.abs(Number(total) - truth)).toBeLessThan(7);
        }
      }),
    );
  });

  it("shows of some days what it shows of their parts, added up", () => {
    const shownOf = (counts: Count[], from: string, to: string) =>
      Number(row(makeReport(counts, { from, to }, ["fee"]), "fee")?.[1]) || 0;
    fc.assert(
      fc.property(worlds, (asked) => {
        const counts = countsOf(asked);
        const whole = shownOf(counts, on(1), on(4));
        expect(shownOf(counts, on(1), on(2)) + shownOf(counts, on(3), on(4))).toBe(whole);
      }),
    );
  });

  it("says which days it is of, and what was done to it", () => {
    const [note = ""] = answered(9).notes;
    expect(note).toContain("From 2026-11-01 to 2026-11-22, in days of Asia/Jakarta;");
    expect(note).toContain("a day that isn't over is left out.");
    expect(note).toContain("<5 stands for fewer, or none.");
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
        "",
      ].join("\n"),
    );
  });

  it("gathers rows that show nothing, for people's eyes; JSON and CSV list them all", () => {
    const gathered = answered(7);
    expect(formatReport(gathered, "table").split("\n").slice(1, 4)).toEqual([
      "entry-0              7         <5          <5       <5         <5",
      "4 more, each        <5         <5          <5       <5         <5",
      "total                5         <5          <5       <5         <5",
    ]);
    expect(formatReport(gathered, "csv").trimEnd().split("\r\n")).toHaveLength(7);
    expect(JSON.parse(formatReport(gathered, "json"))).toHaveLength(6);
  });

  it("makes JSON a list of objects, a row each", () => {
    expect(JSON.parse(formatReport(table, "json"))).toEqual([
      { entry: "fee", answered: "<5" },
      { entry: "opening-hours", answered: 120 },
    ]);
  });

  it("makes CSV by RFC 4180", () => {
    const odd = { ...table, rows: [['a "b", c', 1]] };
    expect(formatReport(odd, "csv")).toBe('entry,answered\r\n"a ""b"", c",1\r\n');
  });

  it("keeps a spreadsheet from running a cell, and leaves the row of no entry alone", () => {
    const first = (name: string) =>
      formatReport({ ...table, rows: [[name, 1]] }, "csv").split("\r\n")[1];
    expect(first("=1+2")).toBe("'=1+2,1");
    expect(first("@sum")).toBe("'@sum,1");
    expect(first("-1+2")).toBe("'-1+2,1");
    expect(first("+1\n2")).toBe('"\'+1\n2",1');
    expect(first("-")).toBe("-,1");
  });

  it("begins CSV with a byte order mark only where a name isn't ASCII", () => {
    const odd = { ...table, rows: [["café", 1]] };
    expect(formatReport(odd, "csv").startsWith("\uFEFFentry,")).toBe(true);
    expect(formatReport(table, "csv").startsWith("entry,")).toBe(true);
  });
});

it("keeps every cell of the raw table as it stands", () => {
  const { columns, rows } = rawTable([count("fee", "answer", 1)]);
  expect(columns).toEqual(["day", "entry", "language", "channel", "outcome", "n"]);
  expect(rows).toEqual([["2026-11-20", "fee", "id", "web", "answer", 1]]);
});
