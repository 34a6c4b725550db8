// How misspelt words are mended: by one slip or by comparison, rightly or wrongly, and what it costs.
import { readFileSync } from "node:fs";
import { openFaqWithProgress } from "../../bin/open-faq.ts";
import { formatTable } from "../../bin/table.ts";
import { createCorrector } from "../../functions/webhook/matching/correct.ts";
import { guard } from "../../functions/webhook/matching/guard.ts";
import { normalise } from "../../functions/webhook/matching/normalise.ts";
import { createSlipMender } from "../../functions/webhook/matching/one-slip.ts";
import { isPlainWord } from "../../functions/webhook/matching/plain-word.ts";
import { hasWord } from "../../functions/webhook/matching/vocabulary.ts";
import { seededRandom } from "../../functions/webhook/training/random.ts";
import { withLetterNoise } from "./letter-noise.ts";
import { percent } from "./percent.ts";

const questions = "tests/questions/unseen.jsonl";
const noiseRate = 0.12;
/** How often each word is misspelt. */
const times = 20;

/** A word that the bank knows, and how somebody mistyped it. */
interface Slip {
  readonly meant: string;
  readonly typed: string;
}

export function benchMend(): void {
  const { model } = openFaqWithProgress("faq");
  const { vocabulary, space } = model;
  const mendSlip = createSlipMender(vocabulary, space);
  const correct = createCorrector(model);
  const slips = slipsOf((word) => hasWord(word, vocabulary));
  const oneSlip = slips.filter(({ typed }) => mendSlip(typed) !== undefined);
  const others = slips.filter(({ typed }) => mendSlip(typed) === undefined);
  const compared = others.filter(({ typed }) => correct(typed) !== undefined);
  const row = (what: string, of: readonly Slip[]) => {
    const right = of.filter(({ meant, typed }) => correct(typed) === meant).length;
    const left = of.filter(({ typed }) => correct(typed) === undefined).length;
    const share = (count: number) => percent(count / of.length);
    return [
      what,
      `${of.length}`,
      share(right),
      share(of.length - right - left),
      share(left),
      microseconds(of, correct).toFixed(1),
    ];
  };
  process.stdout.write(
    `${slips.length} words of ${questions} that the FAQ knows, with ${100 * noiseRate} % of their letters replaced.\n\n${formatTable(
      ["words", "", "right %", "wrong %", "left %", "µs each"],
      [
        row("all", slips),
        row("one slip away from a word", oneSlip),
        row("not so", others),
        row("… and mended by comparison", compared),
      ],
    )}\n`,
  );
}

function slipsOf(isKnown: (word: string) => boolean): Slip[] {
  const random = seededRandom(5);
  const texts = readFileSync(questions, "utf8").trim().split("\n");
  const known = texts
    .flatMap((line) => normalise(guard(String(JSON.parse(line).text))))
    .filter(isKnown);
  return Array.from({ length: times }, () => known)
    .flat()
    .map((meant) => ({ meant, typed: withLetterNoise(meant, noiseRate, random) }))
    .filter(({ typed }) => isPlainWord(typed) && !isKnown(typed));
}

/** The mean of the fastest of some passes. */
function microseconds(slips: readonly Slip[], correct: (word: string) => unknown): number {
  const passes = Array.from({ length: 7 }, () => {
    const startedMs = performance.now();
    for (const { typed } of slips) correct(typed);
    return (1000 * (performance.now() - startedMs)) / slips.length;
  });
  return Math.min(...passes);
}
