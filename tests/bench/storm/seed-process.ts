// One storm in a process of its own: storms share nothing, so each may have a core to itself.
import { trainBot } from "../../fixtures/bot.ts";
import { runStorm, type StormResult } from "./run-storm.ts";

export interface SeedOrder {
  readonly seed: number;
  readonly deliveries: number;
}

export type SeedNews =
  | { readonly kind: "progress"; readonly deliveries: number }
  | { readonly kind: "result"; readonly result: StormResult; readonly wallMs: number };

const data = trainBot();

process.on("message", (order: SeedOrder) => {
  const tell = (news: SeedNews) => process.send?.(news);
  const startedAt = performance.now();
  const onProgress = (deliveries: number) => tell({ kind: "progress", deliveries });
  runStorm({ data, ...order, onProgress }).then(
    (result) => tell({ kind: "result", result, wallMs: performance.now() - startedAt }),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      process.exit(1);
    },
  );
});
