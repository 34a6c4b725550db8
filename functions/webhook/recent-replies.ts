// Which messages this process replied to lately, by their keyed codes: the store may be down when
// one of them comes again.

const rememberedMs = 10 * 60 * 1000;
const maxRemembered = 10_000;

export interface RecentReplies {
  has(eventKey: string): boolean;
  add(eventKey: string): void;
  delete(eventKey: string): void;
}

export function createRecentReplies(now: () => number): RecentReplies {
  /** In the order in which they were added. */
  const addedAtMs = new Map<string, number>();
  return {
    has: (eventKey) => now() - (addedAtMs.get(eventKey) ?? Number.NEGATIVE_INFINITY) < rememberedMs,
    add(eventKey) {
      addedAtMs.delete(eventKey);
      addedAtMs.set(eventKey, now());
      const [oldest] = addedAtMs.keys();
      if (addedAtMs.size > maxRemembered && oldest !== undefined) addedAtMs.delete(oldest);
    },
    delete: (eventKey) => addedAtMs.delete(eventKey),
  };
}
