// The platforms that can be asked where they deliver to, and told.
import type { WebhookName } from "../../functions/webhook/channels/names.ts";
import type { AskablePlatform } from "./askable-platform.ts";
import { line } from "./line.ts";
import { telegram } from "./telegram.ts";

export const askablePlatforms: Readonly<Partial<Record<WebhookName, AskablePlatform>>> = {
  telegram,
  line,
};
