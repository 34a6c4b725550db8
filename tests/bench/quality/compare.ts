// One data set through all matchers: who made what of the questions, clean and misspelt.
import { startProgress } from "../../../bin/progress.ts";
import { ask, type Outcome, warmUp } from "./ask.ts";
import { type Answering, answersFrom, answerThreshold } from "./measure.ts";
import { misspelt, type Question, sampleOf } from "./questions.ts";
import type { Bank, Ranker } from "./ranker.ts";

export interface DataSet {
  readonly name: string;
  readonly questions: readonly Question[];
  readonly bank: Bank;
  /** Each makes a matcher and teaches it. */
  readonly rankers: readonly (() => Ranker | Promise<Ranker>)[];
  /** Shares of the letters that are replaced; 0 is the questions as they are. */
  readonly noiseRates: readonly [0, ...number[]];
}

/** A line of the tables: what a matcher made of the questions, and when it answers. */
export interface Row {
  readonly name: string;
  readonly what: string;
  readonly outcomes: readonly Outcome[];
  readonly answering: Answering;
}

/** Every matcher answers from the lowest threshold that exposes it no further. */
export const exposure = 0.03;
/** The share of in-scope accuracy that may be given up for out-of-scope recall. */
export const givenUp = 0.02;

/** A slow matcher is asked so many questions at most, and looks at so many phrasings in all. */
const sample = {
  clean: { questions: 400, phrasings: 3_000_000 },
  noisy: { questions: 200, phrasings: 1_050_000 },
};

/** The rows of each noise rate. */
export async function compare(set: DataSet): Promise<ReadonlyMap<number, readonly Row[]>> {
  const phrasings = [...set.bank.phrasings.values()].flat();
  const rows = new Map<number, Row[]>(set.noiseRates.map((rate) => [rate, []]));
  for (const [index, make] of set.rankers.entries()) {
    const progress = startProgress(`${set.name}, matcher ${index + 1} of ${set.rankers.length}`);
    progress.show(0);
    const ranker = await make();
    const isSlow = phrasings.length >= (ranker.slowFrom ?? Number.POSITIVE_INFINITY);
    await warmUp(ranker, phrasings);
    for (const [done, rate] of set.noiseRates.entries()) {
      const questions = questionsAt(set, rate, isSlow ? phrasings.length : 0);
      const outcomes = await ask(ranker, questions, (share) =>
        progress.show((done + share) / set.noiseRates.length),
      );
      rows.get(rate)?.push(...rowsOf(ranker, outcomes));
    }
    progress.end();
  }
  return rows;
}

/** All questions, or a sample for a matcher that has to `search` so many phrasings slowly. */
function questionsAt({ questions }: DataSet, rate: number, search: number): readonly Question[] {
  const asked = rate === 0 ? questions : misspelt(questions, rate);
  if (search === 0) return asked;
  const most = rate === 0 ? sample.clean : sample.noisy;
  return sampleOf(asked, Math.min(most.questions, Math.floor(most.phrasings / search)));
}

function rowsOf(ranker: Ranker, outcomes: readonly Outcome[]): Row[] {
  const { name, what } = ranker;
  const answering = answersFrom(answerThreshold(outcomes, exposure));
  const row: Row = { name, what, outcomes, answering };
  if (!ranker.answer) return [row];
  return [
    row,
    {
      name: `${name} as shipped`,
      what: `${name}, answering by thresholds from its own bank`,
      outcomes,
      answering: ({ ownAnswer }) => ownAnswer ?? null,
    },
  ];
}
