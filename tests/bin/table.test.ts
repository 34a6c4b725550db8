// Tables line up.
import { expect, it } from "vitest";
import { formatTable } from "../../bin/table.ts";

it("sets the first column to the left and the others to the right", () => {
  const rows = [
    ["a", "1"],
    ["long name", "12345678"],
  ];
  expect(formatTable(["name", "count"], rows)).toBe(
    ["name          count", "a                 1", "long name  12345678"].join("\n"),
  );
});

it("is its head alone where there are no rows", () => {
  expect(formatTable(["name", "count"], [])).toBe("name  count");
});
