// What each step of the engine is worth: everything learnt again without it, one step at a time.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { auroc } from "../../bin/evaluation/evaluate.ts";
import { readLabelled } from "../../bin/evaluation/labelled.ts";
import { startProgress } from "../../bin/progress.ts";
import { formatTable } from "../../bin/table.ts";
import type { Faq } from "../../functions/webhook/faq/faq.ts";
import type { Corrector } from "../../functions/webhook/matching/correct.ts";
import { createMatcher } from "../../functions/webhook/matching/matcher.ts";
import { type Bank, readBank } from "../../functions/webhook/training/bank.ts";
import { calibrate, goals } from "../../functions/webhook/training/calibrate.ts";
import { type Judged, judgeFold, makeFolds } from "../../functions/webhook/training/folds.ts";
import { type Recipe, recipe } from "../../functions/webhook/training/recipe.ts";
import { judging, modelOf } from "../../functions/webhook/training/train.ts";
import { readOwnFaq } from "./own-faq.ts";
import { percent } from "./percent.ts";
import { ask, type Outcome } from "./quality/ask.ts";
import { developmentPath } from "./quality/data-sets.ts";
import { jelas } from "./quality/jelas.ts";
import { answersFrom, answerThreshold, type Scores, scoresOf } from "./quality/measure.ts";
import { labelledQuestions, misspelt, type Question } from "./quality/questions.ts";

/** Right and wrong answers are counted where this share of the off-topic questions is answered. */
const exposure = 0.03;
const noiseRate = 0.1;

interface Variant {
  readonly without: string;
  readonly faq?: (faq: Faq) => Faq;
  readonly recipe?: Partial<Recipe>;
  readonly corrector?: Corrector;
}

const withoutGroup = (group: keyof Recipe["lengths"]): Variant => ({
  without: group,
  recipe: { lengths: { ...recipe.lengths, [group]: 0 } },
});
const withoutChange = (without: string, changes: Partial<Recipe["augmentation"]>): Variant => ({
  without,
  recipe: { augmentation: { ...recipe.augmentation, ...changes } },
});

const variants: readonly Variant[] = [
  { without: "nothing: as shipped" },
  withoutGroup("words"),
  withoutGroup("bigrams"),
  withoutGroup("characters"),
  withoutGroup("concepts"),
  withoutGroup("pairs"),
  {
    without: "concepts and pairs",
    recipe: { lengths: { ...recipe.lengths, concepts: 0, pairs: 0 } },
  },
  {
    without: "slang",
    faq: (faq) => ({ ...faq, words: { ...faq.words, slang: new Map() } }),
  },
  { without: "the unseen in a group's length", recipe: { unseen: 0 } },
  { without: "off-topic sentences", faq: (faq) => ({ ...faq, offtopic: new Map() }) },
  withoutChange("any change while learning", { change: 0 }),
  withoutChange("swaps within concepts", { swapSentence: 0 }),
  withoutChange("words left out", { dropWord: 0 }),
  withoutChange("words hidden", { hideWord: 0 }),
  { without: "correction", corrector: () => undefined },
  { without: "learning on with few weights", recipe: { denseShare: 1 } },
  { without: "leaving any weight out", recipe: { keptWeights: Number.MAX_SAFE_INTEGER } },
];

/** The development set where it is there, and the project's own questions. */
function readQuestions(): Question[] {
  const folder = join(import.meta.dirname, "../questions");
  const paths = [
    ...(existsSync(developmentPath) ? [developmentPath] : []),
    ...["questions.jsonl", "posts.jsonl"].map((name) => join(folder, name)),
  ];
  return labelledQuestions(paths.flatMap((path) => readLabelled(readFileSync(path, "utf8"))));
}

export async function benchAblation(): Promise<void> {
  const own = readOwnFaq();
  const questions = readQuestions();
  const noisy = misspelt(questions, noiseRate);
  const progress = startProgress("Learning without one step");
  const lines: string[][] = [];
  for (const [index, variant] of variants.entries()) {
    progress.show(index / variants.length);
    const faq = variant.faq?.(own) ?? own;
    const changed = { ...recipe, ...variant.recipe };
    const bank = readBank(faq);
    const model = modelOf(bank, faq, undefined, changed);
    const ranker = jelas(model, createMatcher(model, bank.lexicon, variant.corrector));
    const clean = figuresOf(await ask(ranker, questions, () => {}));
    const misread = figuresOf(await ask(ranker, noisy, () => {}));
    lines.push([
      variant.without,
      ...heldOutCells(bank, faq, changed),
      ...[clean.top1, clean.right, clean.wrong, misread.top1].map(percent),
    ]);
  }
  progress.end();
  const inScope = questions.filter(({ accepts }) => accepts.length > 0).length;
  process.stdout.write(
    `${formatTable(["without", "held out: first", "right", "AUROC", "asked: first", "right", "wrong", "noise"], lines)}\n\n${legend(inScope, questions.length - inScope)}\n`,
  );
}

/** A third of the bank's sentences, judged by what learnt from the others. */
function heldOutCells(bank: Bank, faq: Faq, changed: Recipe): string[] {
  const [fold] = makeFolds(bank, judging.folds, judging.foldSeed);
  if (!fold) throw new Error("There is no fold");
  const judged = judgeFold(bank, fold, faq.words, changed, { epochs: judging.foldEpochs });
  const inside = judged.filter((row) => row.isInScope);
  const outside = judged.filter((row) => !row.isInScope);
  const { answer } = calibrate(judged);
  const isRight = inside.filter((row) => row.isRight);
  const confidences = (rows: readonly Judged[]) => rows.map(({ confidence }) => confidence);
  return [
    percent(isRight.length / inside.length),
    percent(isRight.filter(({ confidence }) => confidence >= answer).length / inside.length),
    auroc(confidences(inside), confidences(outside)).toFixed(3),
  ];
}

function legend(inside: number, outside: number): string {
  return `\
Held out: a third of the bank's sentences, from a model that learnt the others but for a third of
the entries, whose sentences stand for questions that the FAQ can't answer. Right: answered rightly
where ${100 * goals.wrongAnswers} % of the answers are wrong and ${100 * goals.offtopicTraffic} % of the messages can't be answered.
Asked: ${inside} labelled questions in scope and ${outside} out of it; right and wrong where at most
${100 * exposure} % of these are answered. Noise: the right entry first with ${100 * noiseRate} % of the letters wrong.`;
}

function figuresOf(outcomes: readonly Outcome[]): Scores {
  return scoresOf(outcomes, answersFrom(answerThreshold(outcomes, exposure)));
}
