// A flood of forgeries, straight at the handler: what strangers can cost, and what they can cause.
import { parseArgs } from "node:util";
import { formatTable } from "../../bin/table.ts";
import { aroundStore } from "../../functions/webhook/counts/around-store.ts";
import { openEmbeddedStore } from "../../functions/webhook/counts/embedded.ts";
import type { CountStore } from "../../functions/webhook/counts/store.ts";
import { channelSamples } from "../channels/samples/index.ts";
import { forged, forgeriesOf } from "../fuzz/deliveries.ts";
import { theBot } from "../fuzz/world.ts";
import { ask, handlerUnderTest } from "../handler-under-test.ts";
import { wholeNumber } from "./arguments.ts";

export async function benchFlood(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { requests: { type: "string", default: "1000000" } },
  });
  const requests = wholeNumber("--requests", values.requests);
  const effects = { writes: 0, sends: 0 };
  const { data, settings } = theBot();
  const bot = handlerUnderTest({
    data,
    settings: { current: async () => settings, refresh() {} },
    store: counting(effects),
    fetch: async () => {
      effects.sends += 1;
      return new Response('{"ok":true}');
    },
  });
  const forgeries = channelSamples.flatMap(([name, sample]) =>
    forgeriesOf(sample).map((forgery) => ({
      name,
      ...forged(name, Buffer.from(sample.text("how many books may I borrow?")), forgery),
    })),
  );

  const statuses = new Map<number, number>();
  const before = process.cpuUsage();
  const startedAt = performance.now();
  for (let n = 0; n < requests; n++) {
    const forgery = forgeries[n % forgeries.length];
    if (!forgery) break;
    const { name, body, headers, rawQuery = "" } = forgery;
    const target = `/webhooks/${name}${rawQuery && `?${rawQuery}`}`;
    const { status } = await ask(bot, "POST", target, { body, headers });
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    // Nobody reads the lines, and a million of them are much to keep.
    bot.lines.length = 0;
  }
  const elapsedS = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(before);

  const told = [...statuses].sort(([a], [b]) => a - b).map(([status, n]) => `${status}: ${n}`);
  process.stdout.write(
    `${formatTable(
      ["forged requests", "value"],
      [
        ["requests", String(requests)],
        ["statuses", told.join(", ")],
        ["writes", String(effects.writes)],
        ["sends", String(effects.sends)],
        ["requests a second", (requests / elapsedS).toFixed(0)],
        ["CPU µs a request", ((user + system) / requests).toFixed(1)],
      ],
    )}\n`,
  );
  const areRefused = [...statuses.keys()].every((status) => [401, 403, 413, 415].includes(status));
  if (!areRefused || effects.writes > 0 || effects.sends > 0) process.exitCode = 1;
}

function counting(effects: { writes: number }): CountStore {
  return aroundStore(openEmbeddedStore(), (write) => {
    effects.writes += 1;
    return write();
  });
}
