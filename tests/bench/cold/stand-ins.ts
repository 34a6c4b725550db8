// AWS's stand-ins in a process of their own, so that their work isn't taken for the function's.
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

export interface StandIns {
  /** The variables that lead a function to them. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): void;
}

export async function startStandIns(): Promise<StandIns> {
  const child = fork(join(import.meta.dirname, "stand-ins-process.ts"), {
    execArgv: ["--import", import.meta.resolve("tsx")],
  });
  const [environment] = await Promise.race([
    once(child, "message"),
    once(child, "exit").then(() => {
      throw new Error("The stand-ins ended before they had begun.");
    }),
  ]);
  return { environment, stop: () => child.disconnect() };
}
