// The options of `faq settings` as what is wanted of the new settings.
import type { WebhookName } from "../../functions/webhook/channels/names.ts";
import { valuesIn } from "../../functions/webhook/settings-source.ts";
import { readSettingsFile } from "./file.ts";
import { readGiven } from "./given.ts";
import { knownName, type Values } from "./known.ts";
import type { Wishes } from "./make.ts";

export interface WishOptions {
  readonly channel?: WebhookName[];
  readonly set?: string[];
  readonly unset?: string[];
  readonly from?: string;
  readonly force?: boolean;
}

/** @throws UserError or SettingsError */
export function wishesIn(options: WishOptions, stored: Values | undefined): Wishes {
  const file = options.from;
  const former = file === undefined ? (stored ?? {}) : valuesIn(readSettingsFile(file), file);
  return {
    former,
    formerPepper: stored ? stored.PEPPER : former.PEPPER,
    given: readGiven(options.set ?? [], process.env),
    // What isn't a setting can be left out too, if it is there.
    unset: (options.unset ?? []).map((name) =>
      Object.hasOwn(former, name) ? name : knownName(name),
    ),
    channels: options.channel,
    mayReplacePepper: options.force ?? false,
  };
}
