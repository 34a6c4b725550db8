// Holds docs/at-scale.md to the code: every table of it is worked out anew.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type PlanTables, planTables } from "./plan/plan.ts";

const root = join(import.meta.dirname, "../../..");
const page = "docs/at-scale.md";
const text = readFileSync(join(root, page), "utf8");

describe("the page on scale", () => {
  let tables: PlanTables;
  beforeAll(async () => {
    tables = await planTables();
  });

  it.each(["breakingPoints", "platforms", "steps", "remedies"] as const)(
    "has the table of %s as `npm run bench -- throughput --plan` prints it",
    (name) => {
      expect(text).toContain(`\n${tables[name]}\n`);
    },
  );

  // Dollars depend a little on how long the answers are, and anyone may edit those.
  it("has the dollars to within a tenth", () => {
    const head = tables.dollars.split("\n")[0] ?? "";
    const onPage = text.slice(text.indexOf(head)).split("\n\n")[0] ?? "";
    const [written, reckoned] = [numbersIn(onPage), numbersIn(tables.dollars)];
    expect(written).toHaveLength(reckoned.length);
    for (const [at, usd] of reckoned.entries()) {
      expect((written[at] ?? 0) / usd).toBeGreaterThan(0.9);
      expect((written[at] ?? 0) / usd).toBeLessThan(1.1);
    }
  });
});

/** Those of the rows, from left to right. */
function numbersIn(table: string): number[] {
  const [, , ...rows] = table.trim().split("\n");
  return rows.flatMap((row) =>
    row
      .split("|")
      .slice(2, -1)
      .map((cell) => Number(cell.trim().replaceAll(",", ""))),
  );
}
