// Runs the command line in this process: one of its own would take a second.
import { vi } from "vitest";
import { runProgram } from "../../bin/program.ts";
import type { Run, RunOptions } from "./run-faq.ts";

/** `env` stands for as long as the command runs. */
export async function runHere(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const written = { stdout: "", stderr: "" };
  const spies = (["stdout", "stderr"] as const).map((name) =>
    vi.spyOn(process[name], "write").mockImplementation((chunk) => {
      written[name] += String(chunk);
      return true;
    }),
  );
  // Not vi's, which would take a test's own back with them.
  const outer = Object.keys(env).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, env);
  try {
    const status = await runProgram(args);
    return { status: status ?? Number(process.exitCode ?? 0), ...written };
  } finally {
    process.exitCode = undefined;
    for (const [name, value] of outer) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    for (const spy of spies) spy.mockRestore();
  }
}

/** As `runFaq`, of what needs no folder and no standard input of its own. */
export function runFaqHere(
  args: readonly string[],
  { dataDir, env }: Pick<RunOptions, "dataDir" | "env">,
): Promise<Run> {
  return runHere(args, { HOME: dataDir, DATA_DIR: dataDir, ...env });
}
