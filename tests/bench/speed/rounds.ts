// Takes the time of several engines in turn, again and again, so that each meets the same weather.
import { ask, type Outcome } from "../quality/ask.ts";
import { quantile } from "../quality/measure.ts";
import type { Ranker } from "../quality/ranker.ts";
import { collectGarbage } from "./allocation.ts";
import type { Rounds } from "./questions.ts";

export interface Contender {
  readonly ranker: Ranker;
  readonly rounds: Rounds;
}

/** What a contender made of the questions, by round. */
export type Asked = readonly (readonly Outcome[])[];

export interface Times {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly perSecond: number;
}

/** While the others had their turns, and the garbage was collected, compiled code may have been dropped. */
export const warmUpAgainMs = 500;

/** The order turns by one each round: nobody always comes after the same. */
export async function askInRounds(
  contenders: readonly Contender[],
  onProgress: (share: number) => void,
  warmAgainMs = warmUpAgainMs,
): Promise<Asked[]> {
  const rounds = contenders[0]?.rounds.length ?? 0;
  const asked = contenders.map((): Outcome[][] => []);
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < contenders.length; turn++) {
      const place = (round + turn) % contenders.length;
      const contender = contenders[place];
      if (!contender) continue;
      collectGarbage();
      await warmUp(contender, round, warmAgainMs);
      const questions = contender.rounds[round] ?? [];
      asked[place]?.push(await ask(contender.ranker, questions, () => undefined));
      onProgress((round + (turn + 1) / contenders.length) / rounds);
    }
  }
  return asked;
}

/** Asks the questions of the next round, over and over. */
async function warmUp({ ranker, rounds }: Contender, round: number, forMs: number): Promise<void> {
  const questions = rounds[(round + 1) % rounds.length] ?? [];
  const endMs = performance.now() + forMs;
  for (let at = 0; questions.length > 0 && performance.now() < endMs; at++) {
    await ranker.rank(questions[at % questions.length]?.text ?? "");
  }
}

/** The medians of what each round gives. */
export function timesOf(asked: Asked): Times {
  const rounds = asked.map((outcomes) => outcomes.map(({ ms }) => ms));
  const median = (figure: (ms: readonly number[]) => number) => quantile(rounds.map(figure), 0.5);
  return {
    p50Ms: median((ms) => quantile(ms, 0.5)),
    p99Ms: median((ms) => quantile(ms, 0.99)),
    perSecond: median((ms) => (1000 * ms.length) / ms.reduce((a, b) => a + b, 0)),
  };
}
