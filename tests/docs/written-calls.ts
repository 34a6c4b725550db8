// Commands of ours as documents have them, and a way to give one without a process of its own.
import { vi } from "vitest";
import { runProgram } from "../../bin/program.ts";
import type { Run } from "../bin/run-faq.ts";
import { documents, readDocument } from "./documents.ts";
import { readShell } from "./shell.ts";
import { typedIn } from "./typed.ts";

/** Everything that all documents tell people to type as it stands, in words. */
export function writtenCalls(): string[][] {
  return documents.flatMap((page) =>
    typedIn(readDocument(page))
      .flatMap(({ line }) => readShell(line))
      .filter(({ variables }) => Object.keys(variables).length === 0)
      .map(({ words }) => [...words]),
  );
}

/** Of those, the arguments of each different call of our command line. */
export function writtenFaqCalls(): string[][] {
  const ours = writtenCalls().flatMap(([program, ...words]) => {
    if (program === "faq") return [words];
    return program === "npm" && words.includes("faq") ? [words.slice(words.indexOf("--") + 1)] : [];
  });
  return [...new Map(ours.map((words) => [words.join(" "), words])).values()];
}

export async function runHere(args: readonly string[]): Promise<Run> {
  const written = { stdout: "", stderr: "" };
  const spies = (["stdout", "stderr"] as const).map((name) =>
    vi.spyOn(process[name], "write").mockImplementation((chunk) => {
      written[name] += String(chunk);
      return true;
    }),
  );
  try {
    const status = await runProgram(args);
    return { status: status ?? Number(process.exitCode ?? 0), ...written };
  } finally {
    process.exitCode = undefined;
    for (const spy of spies) spy.mockRestore();
  }
}
