// How many misplaced phrasings `faq check` would find, and how many it takes for misplaced that are not.
import { parseArgs } from "node:util";
import { leaveOneOut } from "../../bin/rivals/leave-one-out.ts";
import { findRivals } from "../../bin/rivals/rivals.ts";
import { formatTable } from "../../bin/table.ts";
import type { Faq, Phrasing } from "../../functions/webhook/faq/faq.ts";
import { pick, seededRandom, shuffled } from "../../functions/webhook/training/random.ts";
import { wholeNumber } from "./arguments.ts";
import { readOwnFaq } from "./own-faq.ts";
import { percent } from "./percent.ts";

export function benchRivals(args: readonly string[]): void {
  const { values } = parseArgs({
    args: [...args],
    options: {
      moved: { type: "string", default: "200" },
      seeds: { type: "string", default: "3" },
    },
  });
  const seeds = wholeNumber("--seeds", values.seeds);
  const toMove = wholeNumber("--moved", values.moved);
  const faq = readOwnFaq();
  const startedMs = performance.now();
  const { verdicts } = leaveOneOut(faq);
  const tookMs = performance.now() - startedMs;
  const own = verdicts.filter(({ odds }) => odds <= 0).length;
  process.stdout.write(
    `${verdicts.length} phrasings, each left out: ${percent(own / verdicts.length)} % go to their own entry (${Math.round(tookMs)} ms)\n\n`,
  );
  const rows = Array.from({ length: seeds }, (_, seed) => {
    const { moved, faq: changed } = misplace(faq, toMove, seed + 1);
    const found = findRivals(changed).rivals.map(({ phrasing }) => phrasing);
    const right = found.filter((phrasing) => moved.has(phrasing)).length;
    return [String(seed + 1), String(moved.size), String(right), String(found.length - right)];
  });
  process.stdout.write(`${formatTable(["seed", "misplaced", "found", "false alarms"], rows)}\n`);
}

/** The FAQ with some phrasings moved, each to any other entry. */
function misplace(faq: Faq, count: number, seed: number): { faq: Faq; moved: Set<Phrasing> } {
  const random = seededRandom(seed);
  const all = faq.entries.flatMap(({ id, phrasings }) =>
    phrasings.map((phrasing) => ({ id, phrasing })),
  );
  const target = new Map<Phrasing, string>();
  for (const { id, phrasing } of shuffled(all, random).slice(0, count)) {
    const other = pick(
      faq.entries.filter((entry) => entry.id !== id),
      random,
    );
    if (other) target.set(phrasing, other.id);
  }
  const entries = faq.entries.map((entry) => ({
    ...entry,
    phrasings: all
      .filter(({ id, phrasing }) => (target.get(phrasing) ?? id) === entry.id)
      .map(({ phrasing }) => phrasing),
  }));
  return { faq: { ...faq, entries }, moved: new Set(target.keys()) };
}
