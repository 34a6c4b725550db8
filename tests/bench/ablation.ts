// What each step of the engine is worth: everything learnt again without it, one step at a time.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readLabelled } from "../../bin/evaluation/labelled.ts";
import { readFolder } from "../../bin/open-faq.ts";
import { startProgress } from "../../bin/progress.ts";
import { formatTable } from "../../bin/table.ts";
import type { Faq } from "../../functions/webhook/faq/faq.ts";
import type { Corrector } from "../../functions/webhook/matching/correct.ts";
import { createMatcher } from "../../functions/webhook/matching/matcher.ts";
import { readBank } from "../../functions/webhook/training/bank.ts";
import { type Recipe, recipe } from "../../functions/webhook/training/recipe.ts";
import { modelOf } from "../../functions/webhook/training/train.ts";
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
  const { reading } = readFolder("faq");
  if (reading.kind === "problems") throw new Error("The FAQ has problems: run `faq check`.");
  const questions = readQuestions();
  const noisy = misspelt(questions, noiseRate);
  const progress = startProgress("Learning without one step");
  const lines: string[][] = [];
  for (const [index, variant] of variants.entries()) {
    progress.show(index / variants.length);
    const ranker = learn(reading.faq, variant);
    const clean = await ask(ranker, questions, () => {});
    const misread = await ask(ranker, noisy, () => {});
    lines.push([variant.without, ...cells(figuresOf(clean)), percent(figuresOf(misread).top1)]);
  }
  progress.end();
  const inScope = questions.filter(({ accepts }) => accepts.length > 0).length;
  process.stdout.write(
    `${formatTable(["without", "top-1", "top-3", "right", "wrong", "AUROC", "noise"], lines)}\n\n` +
      `${inScope} questions in scope, ${questions.length - inScope} out of it. Right and wrong: where at most ${100 * exposure} % of\nthese are answered. Noise: top-1 with ${100 * noiseRate} % of the letters wrong.\n`,
  );
}

function learn(faq: Faq, variant: Variant): ReturnType<typeof jelas> {
  const changed = variant.faq?.(faq) ?? faq;
  const bank = readBank(changed);
  const model = modelOf(bank, changed, undefined, { ...recipe, ...variant.recipe });
  return jelas(model, createMatcher(model, bank.lexicon, variant.corrector));
}

function figuresOf(outcomes: readonly Outcome[]): Scores {
  return scoresOf(outcomes, answersFrom(answerThreshold(outcomes, exposure)));
}

function cells({ top1, top3, right, wrong, auroc }: Scores): string[] {
  return [percent(top1), percent(top3), percent(right), percent(wrong), auroc.toFixed(3)];
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
