// From what there is and what was given to settings that turn the chosen channels on.
import type { Setting } from "../../functions/webhook/channels/adapter.ts";
import { adapters } from "../../functions/webhook/channels/index.ts";
import type { WebhookName } from "../../functions/webhook/channels/names.ts";
import { isBegun } from "../../functions/webhook/settings.ts";
import { inOrder, type Values } from "./known.ts";
import { makeSecret } from "./secrets.ts";

export interface Completed {
  readonly values: Values;
  /** The names of the secrets that were made at random. */
  readonly made: readonly string[];
  /** What only a person can know, with where to find it. */
  readonly missing: Values;
}

/** Whatever is there stays: a secret is made only where there is none. */
export function complete(known: Values, channels: readonly WebhookName[]): Completed {
  const values: Record<string, string> = { ...known };
  const made: string[] = [];
  const missing: Record<string, string> = {};
  const wanted = channels.flatMap((channel) => wantedOf(channel));
  for (const [name, { what, fallback }] of [pepper, ...wanted]) {
    if (values[name]) continue;
    const secret = makeSecret(name);
    if (secret !== undefined) {
      values[name] = secret;
      made.push(name);
    } else if (fallback === undefined) missing[name] = what;
  }
  return { values: inOrder(values), made, missing };
}

const pepper: [string, Pick<Setting, "what" | "fallback">] = ["PEPPER", { what: "" }];

/** The settings of a channel that its operator gives; the others are for tests. */
export function wantedOf(channel: WebhookName): [string, Setting][] {
  return Object.entries(adapters[channel].settings).filter(([, { fallback }]) => !fallback);
}

/** The channels of which something is among these values. */
export function channelsBegun(values: Values): WebhookName[] {
  const names = Object.keys(adapters) as WebhookName[];
  return names.filter((name) => isBegun(adapters[name], values));
}
