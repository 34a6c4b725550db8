// The process of the stand-ins: does what it is told over the channel to its parent, and ends with it.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { startFakePlatform } from "../../fakes/platform.ts";
import { whatsappApi } from "../../fakes/whatsapp.ts";
import { startSlowStore } from "./slow-store.ts";
import type { Addresses, Delays, Question, Totals } from "./stand-ins.ts";

async function startAll({ platformMs, storeMs }: Delays) {
  const platform = await startFakePlatform(whatsappApi);
  platform.faultFor = () => ({ until: pause(platformMs) });
  const store = await startSlowStore(storeMs);
  const bare = await startBareServer();
  const addresses: Addresses = {
    platform: platform.url,
    store: store.endpoint,
    countsTable: store.countsTable,
    eventsTable: store.eventsTable,
    bare,
  };
  const totals = (): Totals => {
    const messages = platform.messages();
    return {
      ...store.totals(),
      people: new Set(messages.map(({ to }) => to)).size,
      replies: messages.length,
      problems: [...new Set(platform.problems)],
    };
  };
  return { addresses, store, totals };
}

async function startBareServer(): Promise<string> {
  const server = createServer((request, response) => {
    request.resume();
    setTimeout(() => response.end(), Number(request.url?.slice(1)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

let started: Awaited<ReturnType<typeof startAll>> | undefined;

async function answerTo(question: Question): Promise<unknown> {
  if (question.kind === "start") {
    started = await startAll(question.delays);
    return started.addresses;
  }
  if (!started) throw new Error("Nothing has been started");
  return question.kind === "totals" ? started.totals() : started.store.become(question.mode);
}

process.on("message", async (question: Question) => {
  process.send?.({ answer: await answerTo(question) });
});
process.on("disconnect", () => process.exit());
