// How many requests a handler gets through in a time, and what processor time each of them takes.
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { eventOf } from "../../../bin/cost/sample.ts";
import { inParallel } from "../../../functions/webhook/in-parallel.ts";
import type { RequestKind } from "./requests.ts";
import type { World } from "./world.ts";

export interface Stretch {
  readonly messages: number;
  readonly elapsedMs: number;
  readonly cpuMs: number;
}

/** So many are made ahead, outside the time that is measured: making one costs a signature too. */
const madeAhead = 250;

/**
 * Handles requests until so much time has been spent on them, one after another or many at once.
 * @throws Error if one is not answered as its kind is
 */
export async function handleFor(
  { handler }: Pick<World, "handler">,
  kind: RequestKind,
  texts: Iterator<string>,
  { atOnce, milliseconds }: { readonly atOnce: number; readonly milliseconds: number },
): Promise<Stretch> {
  let [messages, elapsedMs, cpuMs] = [0, 0, 0];
  while (elapsedMs < milliseconds) {
    const events = Array.from({ length: madeAhead }, () =>
      eventOf(kind.make(texts.next().value ?? "")),
    );
    const cpuBefore = process.cpuUsage();
    const startedAt = performance.now();
    const endsAt = startedAt + milliseconds - elapsedMs;
    await inParallel(events, atOnce, async (event) => {
      if (performance.now() >= endsAt) return;
      await handle(handler, event, kind);
      messages += 1;
    });
    elapsedMs += performance.now() - startedAt;
    const { user, system } = process.cpuUsage(cpuBefore);
    cpuMs += (user + system) / 1000;
  }
  return { messages, elapsedMs, cpuMs };
}

async function handle(
  handler: World["handler"],
  event: APIGatewayProxyEventV2,
  { name, status }: RequestKind,
): Promise<void> {
  const { statusCode } = await handler(event);
  if (statusCode !== status) {
    throw new Error(`${name} was answered with ${statusCode}, not with ${status}.`);
  }
}

/** Processor time of one piece of work alone, repeated for so long; in milliseconds. */
export async function cpuMsOf(work: () => unknown, milliseconds: number): Promise<number> {
  let times = 0;
  const cpuBefore = process.cpuUsage();
  for (const endsAt = performance.now() + milliseconds; performance.now() < endsAt; times++) {
    await work();
  }
  const { user, system } = process.cpuUsage(cpuBefore);
  return (user + system) / 1000 / times;
}
