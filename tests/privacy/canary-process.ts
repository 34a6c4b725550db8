// The bot under test, alone in a process: whatever this process writes, the bot has written.
import { type LifeOptions, live } from "./life.ts";

export interface ProcessReport extends Awaited<ReturnType<typeof live>> {
  readonly seconds: number;
  readonly peakMb: number;
}

const options: LifeOptions = JSON.parse(process.argv[2] ?? "{}");
const report = await live(options);
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
process.send?.({ ...report, seconds: process.uptime(), peakMb } satisfies ProcessReport, () =>
  process.disconnect(),
);
