// The smoke test of a build: does the very bundle that would be deployed start and answer?
import type { PublishedFaq } from "../../functions/webhook/faq/published.ts";
import { faqCommand } from "../../lib/faq-command.ts";
import { shellWord } from "../shell-word.ts";
import { askBundle, type BundleAnswer } from "./ask-bundle.ts";
import {
  type CanonicalQuestion,
  canonicalQuestions,
  checksFor,
  healthCheck,
} from "./bundle-checks.ts";

export interface SmokeResult {
  /** A sentence for each thing that is wrong; none, if the bundle may be deployed. */
  readonly problems: readonly string[];
  readonly requests: number;
}

/** The FAQ and the name that the bundle in the folder was built from. */
export async function smokeBundle(
  folder: string,
  built: { readonly faq: PublishedFaq; readonly build: string },
): Promise<SmokeResult> {
  const checks = checksFor(built);
  const questions = canonicalQuestions(built.faq);
  const requests = [...checks, ...questions].map(({ request }) => request);
  const result = await askBundle(folder, requests);
  if (result.kind === "broken") {
    return { problems: [`The bundle does not work: ${result.reason}.`], requests: 0 };
  }
  const { answers, onLambda } = result;
  const unanswered: BundleAnswer = { status: 0, body: "" };
  const onLambdaProblem = healthCheck(built.build).problemOf(onLambda);
  return {
    problems: [
      ...checks.flatMap((check, at) => check.problemOf(answers[at] ?? unanswered) ?? []),
      ...(onLambdaProblem ? [`With the variables it has on Lambda: ${onLambdaProblem}`] : []),
      ...problemOfQuestions(questions, answers.slice(checks.length)),
    ],
    requests: requests.length + 1,
  };
}

/** A FAQ may have a question that another entry answers better, but not many. */
const leastFound = 0.8;

function problemOfQuestions(
  questions: readonly CanonicalQuestion[],
  answers: readonly BundleAnswer[],
): string[] {
  const missed = questions.filter((question, at) => {
    const answer = answers[at];
    return !answer || !question.isFoundIn(answer);
  });
  const found = questions.length - missed.length;
  if (found >= leastFound * questions.length) return [];
  const [first] = missed;
  return [
    `Only ${found} of ${questions.length} canonical questions lead to their entry, as an answer or a suggestion; ${leastFound * 100} % must. The first that doesn't is "${first?.text}" (${first?.language}): ${faqCommand(`words ${shellWord(first?.text ?? "")}`)} shows why.`,
  ];
}
