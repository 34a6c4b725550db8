// Counts of an invented bot, the same for the same seed: some entries much asked, many hardly.
import type { ChannelName } from "../../../functions/webhook/channels/names.ts";
import type { Count, Outcome } from "../../../functions/webhook/counts/cell.ts";

export interface Invention {
  readonly entries: readonly string[];
  readonly days: readonly string[];
  readonly questionsPerDay: number;
  readonly seed: number;
}

/** Each with how often it comes, of 100. */
const languages = { id: 82, en: 18 };
const channels: Partial<Record<ChannelName, number>> = {
  whatsapp: 55,
  web: 30,
  telegram: 11,
  line: 4,
};
const outcomes: Partial<Record<Outcome, number>> = {
  answer: 56,
  chosen: 12,
  suggest: 13,
  "fallback-near": 5,
  "fallback-far": 4,
  helpful: 7,
  unhelpful: 3,
};

export function inventedCounts({ entries, days, questionsPerDay, seed }: Invention): Count[] {
  const random = randomFrom(seed);
  const sums = new Map<string, Count>();
  for (const [at, day] of days.entries()) {
    // Busier on some days of the week, and more so towards the end.
    const busy = 0.6 + 0.4 * Math.sin(at * 0.9) + at / days.length;
    for (let asked = 0; asked < questionsPerDay * busy; asked += 1) {
      const outcome = pick(outcomes, random());
      const entry = entries[Math.floor(random() ** 2.5 * entries.length)];
      const count: Count = {
        day,
        entry: outcome === "fallback-far" ? "-" : (entry ?? "-"),
        language: pick(languages, random()),
        channel: pick(channels, random()),
        outcome,
        n: 1,
      };
      const key = Object.values(count).join("#");
      sums.set(key, { ...count, n: (sums.get(key)?.n ?? 0) + 1 });
    }
  }
  return [...sums.values()];
}

function pick<K extends string>(weights: Readonly<Partial<Record<K, number>>>, at: number): K {
  const names = Object.keys(weights) as K[];
  let left = at * 100;
  for (const name of names) {
    left -= weights[name] ?? 0;
    if (left < 0) return name;
  }
  return names[0] as K;
}

/** Numbers from 0 to 1, always the same ones (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
