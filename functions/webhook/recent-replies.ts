// Which messages this process replied to lately, by their keyed codes: the store may be down when
// one of them comes again.

const rememberedMs = 10 * 60 * 1000;
const maxRemembered = 10_000;

/** A reply that is under way, or one that needs no other. */
export type RecentReply = "sending" | "sent";

export interface RecentReplies {
  of(eventKey: string): RecentReply | undefined;
  note(eventKey: string, reply: RecentReply): void;
  forget(eventKey: string): void;
}

export function createRecentReplies(now: () => number): RecentReplies {
  /** In the order in which they were noted. */
  const noted = new Map<string, { readonly reply: RecentReply; readonly atMs: number }>();
  return {
    of(eventKey) {
      const found = noted.get(eventKey);
      return found && now() - found.atMs < rememberedMs ? found.reply : undefined;
    },
    note(eventKey, reply) {
      noted.delete(eventKey);
      noted.set(eventKey, { reply, atMs: now() });
      const [oldest] = noted.keys();
      if (noted.size > maxRemembered && oldest !== undefined) noted.delete(oldest);
    },
    forget: (eventKey) => noted.delete(eventKey),
  };
}
