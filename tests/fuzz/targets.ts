// All that strangers, platforms and authors can put something into.
import { channelSamples } from "../channels/samples/index.ts";
import { type CampaignOptions, fuzz, type Tally } from "./campaign.ts";
import { channelTarget } from "./channel-target.ts";
import { chatTarget } from "./chat-target.ts";
import { faqTarget } from "./faq-target.ts";
import { routesTarget } from "./routes-target.ts";
import type { Target } from "./target.ts";

export interface Campaign {
  readonly name: string;
  /** How many of so many inputs are for this one. */
  shareOf(inputs: number): number;
  run(options: CampaignOptions): Promise<Tally>;
}

function campaignOf<Input>(target: Target<Input>): Campaign {
  return {
    name: target.name,
    shareOf: (inputs) => Math.ceil((inputs * target.share) / 100),
    run: (options) => fuzz(target, options),
  };
}

export const campaigns: readonly Campaign[] = [
  ...channelSamples.map(([name, sample]) => campaignOf(channelTarget(name, sample))),
  campaignOf(chatTarget),
  campaignOf(routesTarget),
  campaignOf(faqTarget),
];
