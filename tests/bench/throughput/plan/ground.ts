// What a question takes, channel by channel: measured as `faq cost` measures it, without learning the FAQ.
import { assumptionsFor } from "../../../../bin/cost/assumptions.ts";
import type { Ground } from "../../../../bin/cost/estimate.ts";
import { measure } from "../../../../bin/cost/measure.ts";
import { bundlePageAssets } from "../../../../bin/page-assets.ts";
import type { BotData } from "../../../../functions/webhook/bot-data.ts";
import { publish } from "../../../../functions/webhook/faq/published.ts";
import { trainBot } from "../../../fixtures/bot.ts";
import { readOwnFaq } from "../../own-faq.ts";

export const plannedChannels = ["whatsapp", "web"] as const;
export type PlannedChannel = (typeof plannedChannels)[number];

export type Grounds = Readonly<Record<PlannedChannel, Ground>>;

export async function planGrounds(): Promise<Grounds> {
  const data = { ...withoutLearning(), assets: await bundlePageAssets() };
  return { whatsapp: await groundOf("whatsapp", data), web: await groundOf("web", data) };
}

async function groundOf(channel: PlannedChannel, data: BotData): Promise<Ground> {
  return {
    channel,
    ingress: "http-api",
    watch: "all",
    assumptions: assumptionsFor(channel),
    measured: await measure(data, channel),
  };
}

/** Where an entry has no question to be asked by, it is chosen from a list: nothing is matched. */
function withoutLearning(): BotData {
  const { bot, entries } = publish(readOwnFaq());
  return {
    ...trainBot(),
    faq: { bot, entries: entries.map((entry) => ({ ...entry, question: {} })) },
    build: "0123456789abcdef",
  };
}
