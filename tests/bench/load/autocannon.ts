// A second opinion from a load generator that isn't ours: autocannon, first copies only.
//
// It asks again as soon as it was answered, so it says how fast so many people are served and not how
// long one waits at a given rate. Given a rate, it sends each second's requests all at once.
import autocannon from "autocannon";
import type { Parcel } from "./post.ts";

export interface Opinion {
  readonly connections: number;
  readonly requests: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Answered with something else than 2xx, or not at all. */
  readonly notTaken: number;
}

export async function askAutocannon(
  url: string,
  connections: number,
  parcels: readonly Parcel[],
): Promise<Opinion> {
  let next = 0;
  const result = await autocannon({
    url,
    connections,
    amount: parcels.length,
    requests: [
      {
        method: "POST",
        setupRequest: (request) => ({ ...request, ...parcels[next++ % parcels.length] }),
      },
    ],
  });
  return {
    connections,
    requests: result["2xx"] + result.non2xx,
    perSecond: (result["2xx"] + result.non2xx) / result.duration,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    notTaken: result.non2xx + result.errors,
  };
}
