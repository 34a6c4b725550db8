// Chance of a storm: everything that happens by chance comes from one seed.
import { seededRandom } from "../../../functions/webhook/training/random.ts";

export interface Chance {
  /** From 0 to below 1. */
  number(): number;
  happens(probability: number): boolean;
  between(least: number, most: number): number;
  /** Mostly less, now and then much more. */
  around(mean: number): number;
  oneOf<T>(items: readonly T[]): T;
  /** The value of one of the shares, each as likely as it is large; `undefined` for what is left. */
  share<T>(shares: readonly (readonly [probability: number, value: T])[]): T | undefined;
}

export function createChance(seed: number): Chance {
  const number = seededRandom(seed);
  return {
    number,
    happens: (probability) => number() < probability,
    between: (least, most) => least + number() * (most - least),
    around: (mean) => -mean * Math.log(1 - number()),
    oneOf(items) {
      const item = items[Math.floor(number() * items.length)];
      if (item === undefined) throw new RangeError("There is nothing to choose from");
      return item;
    },
    share(shares) {
      let left = number();
      for (const [probability, value] of shares) {
        left -= probability;
        if (left < 0) return value;
      }
      return undefined;
    },
  };
}
