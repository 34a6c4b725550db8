// What was aimed at, beside what was measured.
import { formatTable } from "../../../bin/table.ts";

export interface Measured {
  /** Of the start, beyond the SDK's two clients as esbuild bundles them … */
  readonly beyondUsualSdkMs: number;
  /** … beyond the same built as ours … */
  readonly beyondBuiltSdkMs: number;
  /** … and beyond only as much of the SDK as is used, which asks more of us. */
  readonly beyondSdkMs: number;
  /** After a thousand questions, beyond the SDK's clients after a thousand counts. */
  readonly beyondSdkMb: number;
  readonly zippedBytes: number;
  readonly pageBytes: number;
}

export function formatAims(measured: Measured): string {
  const { beyondUsualSdkMs, beyondBuiltSdkMs, beyondSdkMs, beyondSdkMb, zippedBytes, pageBytes } =
    measured;
  const row = (what: string, unit: string, value: number, most: number) => [
    what,
    `${value.toFixed(1)} ${unit}`,
    `${most} ${unit}`,
    value <= most ? "met" : "missed",
  ];
  return formatTable(
    ["beside the aims", "measured", "at most", ""],
    [
      row("a start, beyond the SDK as esbuild has it", "ms", beyondUsualSdkMs, 25),
      row("a start, beyond the SDK built as ours", "ms", beyondBuiltSdkMs, 25),
      row("a start, beyond the SDK as Jelas uses it", "ms", beyondSdkMs, 25),
      row("memory later, beyond the latter", "MB", beyondSdkMb, 40),
      row("what is deployed, zipped, model included", "KB", zippedBytes / 1000, 700),
      row("the chat page with all it needs, compressed", "KB", pageBytes / 1000, 40),
    ],
  );
}
