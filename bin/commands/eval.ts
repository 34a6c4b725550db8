// `faq eval`: judges the matcher on labelled questions.
import type { Command } from "commander";
import { createMatcher } from "../../functions/webhook/matching/matcher.ts";
import { evaluate } from "../evaluation/evaluate.ts";
import { formatEvaluation } from "../evaluation/format.ts";
import { judge } from "../evaluation/judge.ts";
import { readQuestions } from "../evaluation/question-files.ts";
import { notesAndExamples } from "../help.ts";
import { openFaqWithProgress } from "../open-faq.ts";
import { withProgress } from "../progress.ts";

export function addEval(program: Command): void {
  program
    .command("eval")
    .description("judge the matcher on labelled questions")
    .argument("<file.jsonl>", 'rows {"text", "lang", "topic", "also_ok"?, "style"?, "scope"?}')
    .option("--json", "print the result as JSON")
    .addHelpText(
      "after",
      notesAndExamples({
        notes: [
          'A row is a line such as {"text": "is it free?", "lang": "en", "topic": "cost"}; where no entry answers, topic is null.',
        ],
        examples: ["eval tests/questions/unseen.jsonl", "eval tests/questions/unseen.jsonl --json"],
      }),
    )
    .action((file: string, _: unknown, command: Command) => {
      const { json, faq: folder } = command.optsWithGlobals<{
        json?: boolean;
        faq: string;
      }>();
      const questions = readQuestions(file);
      const { model, lexicon } = openFaqWithProgress(folder);
      const matcher = createMatcher(model, lexicon);
      const judgements = withProgress("Judging", (show) =>
        questions.map((question, index) => {
          show((index + 1) / questions.length);
          return judge(question, matcher);
        }),
      );
      const evaluation = evaluate(judgements, model.languages);
      process.stdout.write(
        `${json ? JSON.stringify(evaluation, null, 2) : formatEvaluation(evaluation)}\n`,
      );
    });
}
