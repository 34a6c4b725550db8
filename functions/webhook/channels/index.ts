// Name → adapter, for every channel whose replies are calls to its platform.
import type { Settings } from "../settings.ts";
import type { Channel } from "./channel.ts";
import type { WebhookName } from "./names.ts";
import { createWhatsApp } from "./whatsapp.ts";

/** The channel of that name with its settings; `undefined` where it has none. */
export function channelOf(name: WebhookName, settings: Settings): Channel | undefined {
  return name === "whatsapp" && settings.whatsapp ? createWhatsApp(settings.whatsapp) : undefined;
}
