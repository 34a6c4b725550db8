// Tables and numbers as a page of the documentation has them.

export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  isNumeric: (column: number) => boolean = (column) => column > 0,
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rule = head.map((_, column) => (isNumeric(column) ? "---:" : "---"));
  return [line(head), `|${rule.join("|")}|`, ...rows.map(line)].join("\n");
}

/** Two digits, and a fraction only of what is below ten: what stands on guesses has no more. */
export function about(n: number): string {
  if (!Number.isFinite(n)) return "none";
  if (n > 0 && n < 0.1) return "<0.1";
  const rounded = Number(n.toPrecision(2));
  return rounded.toLocaleString("en-US", { maximumFractionDigits: rounded < 10 ? 1 : 0 });
}

export function percent(share: number): string {
  return share < 0.001 ? "<0.1 %" : `${about(100 * share)} %`;
}

export function whole(n: number): string {
  return n.toLocaleString("en-US", { maximumFractionDigits: 0 });
}
