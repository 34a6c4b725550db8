// A sample of every channel; the compiler asks for that of a new one.
import type { WebhookName } from "../../../functions/webhook/channels/names.ts";
import type { ChannelSample } from "../channel-sample.ts";
import { genericSample } from "./generic.ts";
import { lineSample } from "./line.ts";
import { messengerSample } from "./messenger.ts";
import { telegramSample } from "./telegram.ts";
import { twilioSample } from "./twilio.ts";
import { whatsappSample } from "./whatsapp.ts";

const samples: Readonly<Record<WebhookName, ChannelSample>> = {
  generic: genericSample,
  whatsapp: whatsappSample,
  messenger: messengerSample,
  telegram: telegramSample,
  line: lineSample,
  twilio: twilioSample,
};

export const channelSamples = Object.entries(samples) as [WebhookName, ChannelSample][];
