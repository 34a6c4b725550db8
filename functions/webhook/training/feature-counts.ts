// Counts in how many sentences each feature occurs: a hash table of numbers, many times as fast as
// a Map for the millions of features of a bank.

export interface FeatureCounts {
  /** A sentence's features are added one sentence after the other; each counts once for it. */
  add(feature: number, sentence: number): void;
  /** Each feature with its count, in ascending order of features. */
  sorted(): (readonly [feature: number, count: number])[];
}

const firstSlots = 1 << 16;
/** A fuller table has too many features in each other's way. */
const fullest = 0.6;

/**
 * Open addressing with linear probing: a feature lies in the slot that it is hashed to, or in the
 * next one that is free.
 */
export function countFeatures(): FeatureCounts {
  let slots = firstSlots;
  let used = 0;
  let features = new Uint32Array(slots);
  let counts = new Uint32Array(slots);
  /** The last sentence that had the feature. */
  let lasts = new Int32Array(slots);

  /** The feature's slot, or the free one that it would get. */
  const slotOf = (feature: number) => {
    let slot = feature & (slots - 1);
    while (counts[slot] !== 0 && features[slot] !== feature) slot = (slot + 1) & (slots - 1);
    return slot;
  };
  const grow = () => {
    const old = { features, counts, lasts };
    slots *= 2;
    features = new Uint32Array(slots);
    counts = new Uint32Array(slots);
    lasts = new Int32Array(slots);
    old.counts.forEach((count, at) => {
      if (count === 0) return;
      const slot = slotOf(old.features[at] as number);
      features[slot] = old.features[at] as number;
      counts[slot] = count;
      lasts[slot] = old.lasts[at] as number;
    });
  };

  return {
    add(feature, sentence) {
      const slot = slotOf(feature);
      if (counts[slot] === 0) {
        features[slot] = feature;
        used += 1;
      } else if (lasts[slot] === sentence) return;
      counts[slot] = (counts[slot] as number) + 1;
      lasts[slot] = sentence;
      if (used > slots * fullest) grow();
    },
    sorted() {
      const kept: [number, number][] = [];
      counts.forEach((count, slot) => {
        if (count > 0) kept.push([features[slot] as number, count]);
      });
      return kept.sort(([one], [other]) => one - other);
    },
  };
}
