// What the worst texts that anybody can send cost us, as a ratio to a question in the same run.
import { openFaq } from "../../bin/open-faq.ts";
import { formatTable } from "../../bin/table.ts";
import { createMatcher } from "../../functions/webhook/matching/matcher.ts";
import { listWords } from "../../functions/webhook/matching/vocabulary.ts";
import { createResponder } from "../../functions/webhook/respond.ts";
import { pick, seededRandom } from "../../functions/webhook/training/random.ts";
import { fill, hostileTexts, manyUnits } from "./hostile-texts.ts";
import { quantile } from "./quality/measure.ts";

const question = "apakah wa bisa baca chat saya?";
const randomTexts = 3000;
const rounds = 15;
const measuredAgain = 100;

export function benchHostile(): void {
  const { faq, model, lexicon } = openFaq("faq");
  const respond = createResponder(faq, createMatcher(model, lexicon));
  const answer = (text: string) => void respond({ kind: "text", text });
  for (let n = 0; n < 2000; n++) answer(question);

  const random = seededRandom(1);
  const gallery = hostileTexts(listWords(model.vocabulary), random);
  const plain = cpuMs(() => answer(question));
  const costs = [...gallery].map(([name, text]) => [name, cpuMs(() => answer(text))] as const);

  const pieces = [...gallery.values()].map((text) => text.slice(0, 400));
  const mixtures = Array.from({ length: randomTexts }, () =>
    fill(() => cut(pick(pieces, random) ?? "", random), manyUnits),
  ).map((text) => ({ text, ms: cpuMs(() => answer(text), 3) }));
  // What looks bad is measured again: with few rounds it may have been the machine.
  const worst = mixtures
    .sort((a, b) => b.ms - a.ms)
    .slice(0, measuredAgain)
    .map(({ text }) => cpuMs(() => answer(text)));
  const rows = [
    ["a question", plain] as const,
    ...costs.sort(([, a], [, b]) => b - a),
    [`${randomTexts} mixtures of these, median`, quantile(ms(mixtures), 0.5)] as const,
    [`${randomTexts} mixtures of these, worst`, Math.max(...worst)] as const,
  ];
  process.stdout.write(
    `${formatTable(
      ["text", "CPU ms", "× a question"],
      rows.map(([name, ms]) => [name, ms.toFixed(2), (ms / plain).toFixed(0)]),
    )}\n`,
  );
}

function ms(costs: readonly { readonly ms: number }[]): number[] {
  return costs.map(({ ms }) => ms);
}

/** The median of some rounds: what the text costs, not what else the machine was doing. */
function cpuMs(work: () => void, times = rounds): number {
  const taken = Array.from({ length: times }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return quantile(taken, 0.5);
}

/** Some of a piece, from anywhere in it. */
function cut(piece: string, random: () => number): string {
  const from = Math.floor(random() * piece.length);
  return piece.slice(from, from + 1 + Math.floor(random() * 80));
}
