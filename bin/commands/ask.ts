// `faq ask`: one question, or a line of JSON each.
import type { Command } from "commander";
import { createMatcher } from "../../functions/webhook/matching/matcher.ts";
import { asText } from "../../functions/webhook/reply.ts";
import { createResponder, type Responder } from "../../functions/webhook/respond.ts";
import { notesAndExamples } from "../help.ts";
import { linesOf } from "../lines.ts";
import { openFaqWithProgress } from "../open-faq.ts";
import { exitCodes, UserError } from "../user-error.ts";

interface AskOptions {
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly faq: string;
}

export function addAsk(program: Command): void {
  program
    .command("ask")
    .description("answer a question, as the bot would")
    .argument("[text...]", "the question")
    .option("--json", "print the result as JSON")
    .option("--jsonl", 'read {"text": "…"} lines from standard input, write a result line each')
    .addHelpText(
      "after",
      notesAndExamples({
        examples: [
          'ask "apakah wa bisa baca chat saya?"',
          'ask --json "will my account be deleted on may 15"',
          "ask --jsonl < tests/questions/unseen.jsonl",
        ],
      }),
    )
    .action(async (words: string[], _: unknown, command: Command) => {
      const options = command.optsWithGlobals<AskOptions>();
      const question = words.join(" ");
      if (Boolean(options.jsonl) === (question !== "")) {
        throw new UserError(
          'Give a question, or --jsonl and lines such as {"text": "…"}.',
          exitCodes.usage,
        );
      }
      const respond = openResponder(options.faq);
      if (options.jsonl) return answerLines(respond);
      const { reply, result } = respond({ kind: "text", text: question });
      process.stdout.write(`${options.json ? JSON.stringify(result) : asText(reply)}\n`);
    });
}

function openResponder(folder: string): Responder {
  const { faq, model, lexicon } = openFaqWithProgress(folder);
  return createResponder(faq, createMatcher(model, lexicon));
}

async function answerLines(respond: Responder): Promise<void> {
  let lineNumber = 0;
  if (process.stdin.isTTY) {
    process.stderr.write('Type lines such as {"text": "…"}; Ctrl-D ends them.\n');
  }
  for await (const line of linesOf(process.stdin)) {
    lineNumber += 1;
    if (line.trim() === "") continue;
    const { result } = respond({
      kind: "text",
      text: textOf(line, lineNumber),
    });
    const isTaken = process.stdout.write(`${JSON.stringify(result)}\n`);
    // Whoever reads us may be slower than we are.
    if (!isTaken) await new Promise((resolve) => process.stdout.once("drain", resolve));
  }
}

function textOf(line: string, lineNumber: number): string {
  let text: unknown;
  try {
    text = JSON.parse(line)?.text;
  } catch {
    text = undefined;
  }
  if (typeof text === "string") return text;
  throw new UserError(`Line ${lineNumber} is not of the form {"text": "…"}.`);
}
