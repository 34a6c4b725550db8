// New settings out of the former ones and what a person gives, checked as the bot checks them.
import type { WebhookName } from "../../functions/webhook/channels/names.ts";
import { readSettings } from "../../functions/webhook/settings.ts";
import { exitCodes, UserError } from "../user-error.ts";
import { askForChannels, askForSettings } from "./ask-for-settings.ts";
import type { Asker } from "./asker.ts";
import { channelsBegun, complete } from "./complete.ts";
import type { Values } from "./known.ts";

export interface Wishes {
  /** What the deployment has, or a file that it is to have. */
  readonly former: Values;
  /** The one that codes in the events table were made with. */
  readonly formerPepper: string | undefined;
  readonly given: Values;
  readonly unset: readonly string[];
  /** Undefined where nobody has said which. */
  readonly channels: readonly WebhookName[] | undefined;
  readonly mayReplacePepper: boolean;
}

export interface MadeSettings {
  readonly values: Values;
  readonly made: readonly string[];
  readonly channels: readonly string[];
  /** Those that this is about. */
  readonly concerned: readonly WebhookName[];
  readonly warnings: readonly string[];
}

/** @throws UserError or SettingsError, with nothing written, if these settings can't be used */
export async function makeSettings(wishes: Wishes, asker?: Asker): Promise<MadeSettings> {
  const { given, unset, formerPepper } = wishes;
  const former = Object.fromEntries(
    Object.entries(wishes.former).filter(([name]) => !unset.includes(name)),
  );
  const isOpen = wishes.channels === undefined && Object.keys(given).length + unset.length === 0;
  const chosen = asker && isOpen ? await askForChannels(asker, former) : (wishes.channels ?? []);
  const begun = channelsBegun(given).filter((name) => !chosen.includes(name));
  const channels = [...chosen, ...begun];
  // Whoever has said by options what is wanted is asked for what is missing only.
  const answers = asker
    ? await askForSettings(asker, channels, former, isOpen ? given : { ...former, ...given })
    : {};
  const pepper = formerPepper === undefined ? {} : { PEPPER: formerPepper };
  const { values, made, missing } = complete(
    { ...pepper, ...former, ...given, ...answers },
    channels,
  );
  if (Object.keys(missing).length > 0) throw new UserError(tellMissing(missing), exitCodes.usage);
  if (formerPepper !== undefined && values.PEPPER !== formerPepper && !wishes.mayReplacePepper) {
    throw new UserError(
      "This would replace the PEPPER that is in use, so that messages which are being delivered again at that moment may be counted twice. Leave PEPPER out to keep it, or add --force.",
      exitCodes.usage,
    );
  }
  const settings = readSettings(values);
  return {
    values,
    made,
    channels: ["web", ...Object.keys(settings.channels)],
    concerned: channels.filter((name) => settings.channels[name]),
    warnings: settings.warnings,
  };
}

function tellMissing(missing: Values): string {
  const lines = Object.entries(missing).map(([name, what]) => `  ${name}: ${what}`);
  return ["These settings are missing. Give each with --set:", ...lines].join("\n");
}
