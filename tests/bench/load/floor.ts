// The least that a delivery can take here: a bare server that only waits as long as the bot has to.
import { type Attempt, deliverOnSchedule } from "./open-loop.ts";
import { createPoster } from "./post.ts";
import { type Rate, scheduleOf } from "./schedule.ts";
import type { Delays } from "./stand-ins.ts";

export async function measureFloor(
  bareUrl: string,
  rate: Rate,
  { platformMs, storeMs }: Delays,
): Promise<Attempt[]> {
  // Claim, reply and mark, one after the other; of a copy the claim alone.
  const waits = { first: storeMs + platformMs + storeMs, second: storeMs };
  const parcel = { body: Buffer.alloc(600, " "), headers: {} };
  const poster = createPoster(bareUrl);
  const attempts = await deliverOnSchedule(scheduleOf(rate), ({ name }) =>
    poster.post(parcel, `/${waits[name]}`),
  );
  poster.close();
  return attempts;
}
