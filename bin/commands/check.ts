// `faq check`: every problem of the FAQ, with its place and its remedy.
import { join } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { FaqFile } from "../../functions/webhook/faq/yaml.ts";
import { type Checked, checkFaq, defaultStaleAfterDays } from "../check/check.ts";
import { type CheckFormat, formatProblems, formats } from "../check/format.ts";
import { formatRules } from "../check/format-rules.ts";
import { mend } from "../check/mend.ts";
import { showProblems } from "../check/shown.ts";
import { hasFailed, mendingSummary, summaryOf } from "../check/summary.ts";
import { saveTexts } from "../edit/save.ts";
import { readFaqFolder } from "../faq-folder.ts";
import { notesAndExamples } from "../help.ts";
import { withProgress } from "../progress.ts";
import { hasColour } from "../terminal.ts";
import { today } from "../today.ts";
import { exitCodes, UserError } from "../user-error.ts";
import { visible } from "../visible.ts";

interface CheckCommandOptions {
  /** The FAQ's folder. */
  readonly faq: string;
  readonly json?: boolean;
  readonly format: CheckFormat;
  readonly all?: boolean;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  readonly strict?: boolean;
  readonly maxWarnings?: number;
  readonly staleAfter: number;
  readonly rules?: boolean;
}

export function addCheck(program: Command): void {
  program
    .command("check")
    .description("find what is wrong with the FAQ, and what could be better")
    .option("--json", "the same as --format json")
    .addOption(new Option("--format <format>", "how to print it").choices(formats).default("text"))
    .option("--all", "show what a comment explains, too")
    .option("--fix", "mend what needs no decision")
    .option("--dry-run", "with --fix: tell what it would do, and write nothing")
    .option("--strict", "end with status 1 for a warning, too")
    .option("--max-warnings <n>", "end with status 1 for more warnings than these", wholeNumber)
    .addOption(
      new Option("--stale-after <days>", "how long after it was checked an answer is stale")
        .argParser(wholeNumber)
        .default(defaultStaleAfterDays),
    )
    .option("--rules", "print every rule as Markdown, and check nothing")
    .addHelpText(
      "after",
      notesAndExamples({
        notes: [
          "A finding that is right as it is: explain it with a comment on its line or on the line above,\n  # fine: <rule>, <why>",
          "docs/check.md tells of every rule.",
        ],
        examples: ["check", "check --fix --dry-run", "check --strict --format github"],
      }),
    )
    .action((_: unknown, command: Command) => {
      const options = command.optsWithGlobals<CheckCommandOptions>();
      if (options.rules) process.stdout.write(formatRules());
      else check(options);
    });
}

function check(options: CheckCommandOptions): void {
  if (options.dryRun && !options.fix) {
    throw new UserError("--dry-run needs --fix: it tells what that would do.", exitCodes.usage);
  }
  const read = readFaqFolder(options.faq);
  const files = options.fix ? mendFiles(read, options) : read;
  const checked = checkFiles(files, options);
  const isAllShown = options.all === true;
  const shown = showProblems(checked, options.faq, isAllShown);
  const format = options.json ? "json" : options.format;
  process.stdout.write(formatProblems(shown, format, hasColour(process.stdout)));
  if (format === "text") {
    const told = { isAllShown, isMended: options.fix === true };
    process.stderr.write(`${summaryOf(checked, told)}\n`);
  }
  const mostWarnings = options.strict ? 0 : (options.maxWarnings ?? Number.POSITIVE_INFINITY);
  if (hasFailed(checked, mostWarnings)) process.exitCode = exitCodes.problems;
}

function checkFiles(files: readonly FaqFile[], { staleAfter }: CheckCommandOptions): Checked {
  return withProgress("Checking the FAQ", (onProgress) =>
    checkFaq(files, { today: today(), staleAfterDays: staleAfter, onProgress }),
  );
}

function mendFiles(files: readonly FaqFile[], options: CheckCommandOptions): readonly FaqFile[] {
  const { faq: folder, dryRun, staleAfter } = options;
  const mended = mend(files, { today: today(), staleAfterDays: staleAfter });
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const changed = mended.files.filter(({ path, text }) => texts.get(path) !== text);
  if (!dryRun) saveTexts(folder, changed, files);
  for (const { file, line, rule, what } of mended.changes) {
    process.stderr.write(`${visible(`${join(folder, file)}:${line} ${what}`)} (${rule})\n`);
  }
  process.stderr.write(
    `${mendingSummary(mended.changes.length, changed.length, dryRun === true)}\n\n`,
  );
  return mended.files;
}

function wholeNumber(given: string): number {
  if (!/^\d{1,6}$/.test(given)) throw new InvalidArgumentError("It takes a whole number.");
  return Number(given);
}
