// `faq diff`: what an edit of the FAQ does to its entries and to how questions are answered.
import { join } from "node:path";
import { type Command, Option } from "commander";
import type { Faq } from "../../functions/webhook/faq/faq.ts";
import { type FaqReading, readFaq } from "../../functions/webhook/faq/read.ts";
import { createMatcher } from "../../functions/webhook/matching/matcher.ts";
import { type BrokenSide, compare, type Difference } from "../diff/compare.ts";
import { type DiffFormat, formatDifference, formats } from "../diff/format.ts";
import { hasChangedSince, readPastFolder } from "../diff/git.ts";
import type { Asked } from "../diff/questions.ts";
import { labelledQuestions, questionsFolder } from "../evaluation/question-files.ts";
import { learningCode, modelName } from "../fingerprint.ts";
import { notesAndExamples } from "../help.ts";
import { learn } from "../models.ts";
import { readFolder } from "../open-faq.ts";
import { withProgress } from "../progress.ts";
import { exitCodes } from "../user-error.ts";

interface DiffOptions {
  /** The FAQ's folder. */
  readonly faq: string;
  readonly format: DiffFormat;
  readonly questions?: readonly string[];
  readonly failOnWorse?: boolean;
}

export function addDiff(program: Command): void {
  program
    .command("diff")
    .description("show what an edit of the FAQ does to its answers and to how questions fare")
    .argument("[rev]", "the git revision to compare the working tree with", "HEAD")
    .option("--questions <file...>", `labelled questions (default: ${questionsFolder}/*.jsonl)`)
    .addOption(new Option("--format <format>", "how to print it").choices(formats).default("text"))
    .option("--fail-on-worse", "end with status 1 if a question is answered worse than before")
    .addHelpText(
      "after",
      notesAndExamples({
        notes: [
          "Each entry's own question is asked too. Both FAQs are learnt and asked by the code as it is now.",
        ],
        examples: ["diff", "diff origin/main --format markdown"],
      }),
    )
    .action((revision: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<DiffOptions>();
      const difference = differenceOf(revision, options);
      process.stdout.write(`${formatDifference(difference, options.format)}\n`);
      if (difference.kind === "broken") process.exitCode = exitCodes.problems;
      else if (options.failOnWorse && difference.questions.worse.length > 0) {
        process.stderr.write(`Worse than before: ${difference.questions.worse.length}.\n`);
        process.exitCode = exitCodes.problems;
      }
    });
}

function differenceOf(revision: string, { faq: folder, questions }: DiffOptions): Difference {
  const { reading: reads } = readFolder(folder);
  const { commit, files } = readPastFolder(folder, revision);
  const { labelled, notes } = labelledQuestions(questions);
  const read = files && readFaq(files);
  const sides = [
    ...(read ? brokenSide(`${revision}:${folder}`, read) : []),
    ...brokenSide(folder, reads),
  ];
  if (sides.length > 0 || reads.kind === "problems" || read?.kind === "problems") {
    return { kind: "broken", sides };
  }
  const before = read && learnt(read.faq, `Learning the FAQ of ${revision}`);
  const after = learnt(reads.faq, "Learning the FAQ");
  const sidesAsked = { revision, commit, before, after, labelled };
  return withProgress("Asking", (onProgress) =>
    compare({ ...sidesAsked, notes: [...notes, ...codeNote(commit)], onProgress }),
  );
}

function learnt(faq: Faq, label: string): Asked {
  const { model, lexicon } = withProgress(label, (show) => learn(faq, modelName(faq), show));
  return { faq, matcher: createMatcher(model, lexicon) };
}

function brokenSide(name: string, reading: FaqReading): BrokenSide[] {
  if (reading.kind === "faq") return [];
  const problems = reading.problems.map((problem) => ({
    ...problem,
    file: join(name, problem.file),
  }));
  return [{ name, problems }];
}

/** What the code does can't show where both sides are asked by the same code. */
function codeNote(commit: string): string[] {
  const root = join(import.meta.dirname, "../..");
  const code = learningCode.map((name) => `functions/webhook/${name}`);
  if (!hasChangedSince(root, commit, code)) return [];
  return [
    "The code that reads, learns and matches has changed too. Both FAQs were asked by the code as it is now, so this shows only what the FAQ's edit does; `npm test` tells what became of the labelled questions.",
  ];
}
