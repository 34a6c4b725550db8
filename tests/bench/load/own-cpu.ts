// What a delivery costs the bot itself: the handler in this process, with a store and a platform that
// answer at once, so that nothing is waited for.
import { openFaq } from "../../../bin/open-faq.ts";
import type { Fetch } from "../../../functions/webhook/deliver.ts";
import { whatsappSample } from "../../channels/samples/whatsapp.ts";
import { ask, handlerUnderTest, testValues } from "../../handler-under-test.ts";
import type { Writers } from "./messages.ts";

const warmUps = 500;
const measured = 4000;

/** Milliseconds of processor time for each delivery, the garbage collector's threads included. */
export async function measureOwnCpu(faqFolder: string, writers: Writers): Promise<number[]> {
  const assets = { chatScript: "", chatStyle: "", faqStyle: "" };
  const fetch: Fetch = async () => new Response('{"messages":[{"id":"wamid.reply"}]}');
  const values = { ...testValues, ...whatsappSample.values };
  const data = { ...openFaq(faqFolder), assets };
  const bot = handlerUnderTest({ data, values, fetch, now: Date.now });

  const costs: number[] = [];
  for (const { body, headers } of writers.write(warmUps + measured)) {
    const before = process.cpuUsage();
    const { status } = await ask(bot, "POST", "/webhooks/whatsapp", { body, headers });
    const { user, system } = process.cpuUsage(before);
    if (status !== 200) throw new Error(`The handler answered ${status}`);
    costs.push((user + system) / 1000);
  }
  return costs.slice(warmUps);
}
