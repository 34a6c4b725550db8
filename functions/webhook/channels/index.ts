// Name → adapter, for every messaging service there is.
import type { Adapter } from "./adapter.ts";
import { generic } from "./generic.ts";
import { line } from "./line.ts";
import { messenger } from "./messenger.ts";
import type { WebhookName } from "./names.ts";
import { telegram } from "./telegram.ts";
import { twilio } from "./twilio.ts";
import { whatsapp } from "./whatsapp.ts";

export const adapters: Readonly<Record<WebhookName, Adapter>> = {
  generic,
  whatsapp,
  messenger,
  telegram,
  line,
  twilio,
};
