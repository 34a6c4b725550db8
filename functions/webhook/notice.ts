// The calls beside a reply: "read", "typing".
import type { Attempt } from "./attempt.ts";
import type { CallingChannel, Inbound, Outgoing } from "./channels/channel.ts";
import { deliver } from "./deliver.ts";
import { codeOf } from "./log-codes.ts";
import type { Response } from "./response.ts";
import type { World } from "./world.ts";

/** Nobody waits for a read mark. */
const noticeDeadlineMs = 1000;

/**
 * They start with the claim, so that "typing" arrives before the reply that ends it; not again for
 * a message that this process has replied to, where nothing would end it. A second tap on a feedback
 * button is no such copy. They may fail. Never throws.
 */
export async function notice(
  { claim }: Attempt,
  message: Inbound,
  channel: CallingChannel,
  { onceFor }: Response,
  { recentReplies, fetch, log, now, endBy }: World,
): Promise<void> {
  if (onceFor === undefined && recentReplies.of(claim.eventKey)) return;
  const tell = async (calls: readonly Outgoing[]) => {
    for (const call of calls) {
      const { kind } = await deliver(
        call,
        channel,
        fetch,
        Math.min(noticeDeadlineMs, endBy - now()),
      );
      if (kind !== "unauthorised") return;
    }
  };
  try {
    await Promise.all((channel.notices?.(message) ?? []).map(tell));
  } catch (error) {
    log({ level: "error", event: "crash", channel: channel.name, code: codeOf(error) });
  }
}
