// Puts the engines side by side in one run: their time, memory and quality, and what Jelas is sent.
import { startProgress } from "../../../bin/progress.ts";
import type { Trained } from "../../../functions/webhook/matching/model-file.ts";
import { listWords } from "../../../functions/webhook/matching/vocabulary.ts";
import { seededRandom, shuffled } from "../../../functions/webhook/training/random.ts";
import { hostileTexts } from "../hostile-texts.ts";
import { withLetterNoise } from "../letter-noise.ts";
import type { Question } from "../quality/questions.ts";
import type { Bank, Ranker } from "../quality/ranker.ts";
import { bytesAllocated } from "./allocation.ts";
import { type Engine, teachEngines } from "./engines.ts";
import { allInEach, misspeltInEach, noiseRate, type Rounds, sharedOut } from "./questions.ts";
import { type Asked, askInRounds, type Contender } from "./rounds.ts";

/** For so long every engine is asked phrasings, each second one misspelt, before its time is taken … */
export const warmUpMs = 1500;
/** … and so many of them at least. */
const fewestWarmUps = 5;
/** Questions whose memory is told: few, for Fuse.js takes half a second for each. */
export const weighed = 10;

export interface Measured {
  readonly name: string;
  readonly what: string;
  readonly asked: Asked;
  readonly bytesPerQuestion: number;
}

export interface Comparison {
  /** Jelas comes first. */
  readonly engines: readonly Measured[];
  /** What Jelas made of other texts than the questions as they are. */
  readonly misspelt: Asked;
  /** Of hostile texts; a question's style says what kind it is. */
  readonly hostile: Asked;
}

export async function compare(
  bank: Bank,
  own: Trained,
  questions: readonly Question[],
  { rounds, isQuick }: { readonly rounds: number; readonly isQuick: boolean },
): Promise<Comparison> {
  const engines = await teachEngines(bank, own, isQuick);
  const jelas = engines[0].ranker;
  const contenders: Contender[] = [
    ...engines.map((engine) => contender(engine, questions, rounds)),
    { ranker: jelas, rounds: misspeltInEach(questions, rounds, noiseRate) },
    { ranker: jelas, rounds: allInEach(hostileQuestions(own), rounds) },
  ];
  const progress = startProgress("Asking");
  progress.show(0);
  const warming = warmUpTexts(bank);
  for (const { ranker } of engines) await warmUp(ranker, warming);
  const asked = await askInRounds(contenders, progress.show);
  progress.end();

  const measured: Measured[] = [];
  for (const [place, { ranker }] of engines.entries()) {
    const texts = questions.slice(0, weighed).map(({ text }) => text);
    const bytes = await bytesAllocated(() => askAll(ranker, texts));
    measured.push({
      name: ranker.name,
      what: ranker.what,
      asked: asked[place] ?? [],
      bytesPerQuestion: bytes / texts.length,
    });
  }
  const [misspelt = [], hostile = []] = asked.slice(engines.length);
  return { engines: measured, misspelt, hostile };
}

function contender(
  { ranker, askedOnce }: Engine,
  questions: readonly Question[],
  rounds: number,
): Contender {
  const shared: Rounds =
    askedOnce === undefined
      ? allInEach(questions, rounds)
      : sharedOut(questions, rounds, askedOnce);
  return { ranker, rounds: shared };
}

/** Questions that nothing answers. */
function hostileQuestions({ model }: Trained): Question[] {
  const texts = [...hostileTexts(listWords(model.vocabulary), seededRandom(1))];
  return texts.map(([style, text], number) => ({ number, text, style, accepts: [] }));
}

function warmUpTexts({ phrasings }: Bank): string[] {
  const random = seededRandom(2);
  const texts = shuffled([...phrasings.values()].flat(), random);
  return texts.map((text, at) => (at % 2 === 0 ? text : withLetterNoise(text, noiseRate, random)));
}

async function warmUp(ranker: Ranker, texts: readonly string[]): Promise<void> {
  const endMs = performance.now() + warmUpMs;
  for (let at = 0; at < fewestWarmUps || performance.now() < endMs; at++) {
    await ranker.rank(texts[at % texts.length] ?? "");
  }
}

async function askAll(ranker: Ranker, texts: readonly string[]): Promise<void> {
  for (const text of texts) await ranker.rank(text);
}
