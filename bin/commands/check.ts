// `faq check`: every problem of the FAQ, with its place and its remedy.
import { join } from "node:path";
import type { Command } from "commander";
import { formatProblem } from "../../functions/webhook/faq/problem.ts";
import { readFolder } from "../open-faq.ts";
import { exitCodes } from "../user-error.ts";

export function addCheck(program: Command): void {
  program
    .command("check")
    .description("find what is wrong with the FAQ")
    .option("--json", "print the problems as JSON")
    .action((_: unknown, command: Command) => {
      const { json, faq } = command.optsWithGlobals<{
        json?: boolean;
        faq: string;
      }>();
      const { reading } = readFolder(faq);
      const found = reading.kind === "faq" ? reading.warnings : reading.problems;
      const problems = found.map((problem) => ({
        ...problem,
        file: join(faq, problem.file),
      }));
      if (json) process.stdout.write(`${JSON.stringify(problems, null, 2)}\n`);
      else {
        for (const problem of problems) process.stdout.write(`${formatProblem(problem)}\n`);
        process.stderr.write(`${summary(problems)}\n`);
      }
      if (reading.kind === "problems") process.exitCode = exitCodes.problems;
    });
}

function summary(problems: readonly { severity: string }[]): string {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  if (problems.length === 0) return "Nothing is wrong.";
  return `${numbered(errors, "error")}, ${numbered(warnings, "warning")}.`;
}

function numbered(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
