// What a question costs, as a ratio to Fuse.js searching the same phrasings in the same run.
import Fuse from "fuse.js";
import { openFaq } from "../../bin/open-faq.ts";
import { formatTable } from "../../bin/table.ts";
import { createMatcher } from "../../functions/webhook/matching/matcher.ts";
import { seededRandom } from "../../functions/webhook/training/random.ts";
import { withLetterNoise } from "./letter-noise.ts";
import { readOwnFaq } from "./own-faq.ts";
import { quantile } from "./quality/measure.ts";

const questionCount = 400;
const noiseRate = 0.1;

export function benchQuery(): void {
  const phrasings = readOwnFaq().entries.flatMap((entry) =>
    entry.phrasings.map(({ text }) => text),
  );
  const { model, lexicon } = openFaq("faq");
  const matcher = createMatcher(model, lexicon);
  const fuse = new Fuse(phrasings, { includeScore: true });

  const random = seededRandom(1);
  const clean = Array.from(
    { length: questionCount },
    () => phrasings[Math.floor(random() * phrasings.length)] ?? "",
  );
  const noisy = clean.map((text) => withLetterNoise(text, noiseRate, random));
  const match = (text: string) => void matcher.match(text);
  const search = (text: string) => void fuse.search(text.slice(0, 32), { limit: 3 });
  const rows = [
    ["Jelas, clean", times(clean, match)],
    ["Jelas, 10 % of letters wrong", times(noisy, match)],
    ["Fuse.js over the phrasings, first 32 letters", times(clean.slice(0, 60), search)],
  ] as const;
  const base = rows[0][1].p50;
  process.stdout.write(
    `${formatTable(
      ["question", "p50 ms", "p99 ms", "p50 / Jelas"],
      rows.map(([name, { p50, p99 }]) => [
        name,
        p50.toFixed(2),
        p99.toFixed(2),
        (p50 / base).toFixed(1),
      ]),
    )}\n`,
  );
}

function times(
  texts: readonly string[],
  work: (text: string) => void,
): { p50: number; p99: number } {
  for (const text of texts.slice(0, 50)) work(text);
  const taken = texts.map((text) => {
    const startedAt = performance.now();
    work(text);
    return performance.now() - startedAt;
  });
  return { p50: quantile(taken, 0.5), p99: quantile(taken, 0.99) };
}
