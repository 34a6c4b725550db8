// Asks a matcher questions and takes the time of each.
import type { Question } from "./questions.ts";
import type { Ranker, Scored } from "./ranker.ts";

/** What a matcher made of one question. */
export interface Outcome {
  readonly question: Question;
  /** Best first. */
  readonly ranking: readonly Scored[];
  readonly ms: number;
  /** The entry it answers with by thresholds of its own, null for none; absent without such. */
  readonly ownAnswer?: string | null;
}

export async function ask(
  ranker: Ranker,
  questions: readonly Question[],
  onProgress: (share: number) => void,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const question of questions) {
    const startedAt = performance.now();
    const ranking = await ranker.rank(question.text);
    const ms = performance.now() - startedAt;
    const ownAnswer = ranker.answer?.(question.text);
    outcomes.push({ question, ranking, ms, ...(ownAnswer === undefined ? {} : { ownAnswer }) });
    onProgress(outcomes.length / questions.length);
  }
  return outcomes;
}

const warmUpMs = 1000;

/** Lets the compiler see the matcher at work before its time is taken. */
export async function warmUp(ranker: Ranker, texts: readonly string[]): Promise<void> {
  const startedAt = performance.now();
  for (const text of texts) {
    await ranker.rank(text);
    if (performance.now() - startedAt > warmUpMs) break;
  }
}
