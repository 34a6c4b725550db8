// How often the engine ranks the right intent first, trained on ten phrasings of each.
import { createMatcher } from "../../functions/webhook/matching/matcher.ts";
import { train } from "../../functions/webhook/training/train.ts";
import { clincSample } from "./clinc-sample.ts";

const perIntent = 10;

export function benchClinc(): void {
  const sample = clincSample(perIntent);
  if (!sample) {
    process.stdout.write("Skipped: the CLINC150 file is not on this machine.\n");
    return;
  }
  const startedAt = performance.now();
  const { model, lexicon } = train(sample.faq);
  const trainedInS = (performance.now() - startedAt) / 1000;
  const matcher = createMatcher(model, lexicon);
  const ranks = sample.validation.map(({ text, intent }) =>
    matcher.match(text).candidates.findIndex(({ entry }) => entry === intent),
  );
  const share = (upTo: number) =>
    ((100 * ranks.filter((rank) => rank >= 0 && rank < upTo).length) / ranks.length).toFixed(1);
  process.stdout.write(
    `${sample.faq.entries.length} intents × ${perIntent} phrasings, ${ranks.length} questions\n` +
      `top-1 ${share(1)} %, top-3 ${share(3)} %, trained in ${trainedInS.toFixed(1)} s\n`,
  );
}
