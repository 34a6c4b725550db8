// Starts one of our scripts in a process of its own.
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Messages may hold whatever structured cloning copies, such as maps and bytes. */
export function forkScript(
  script: URL,
  args: readonly string[] = [],
  signal?: AbortSignal,
): ChildProcess {
  return fork(fileURLToPath(script), args, {
    execArgv: ["--import", import.meta.resolve("tsx")],
    serialization: "advanced",
    ...(signal && { signal }),
  });
}
