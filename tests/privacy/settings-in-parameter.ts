// The settings as on AWS: read from a parameter, and anew when a platform refuses them.
import {
  type SettingsSource,
  settingsFromParameter,
} from "../../functions/webhook/settings-source.ts";
import { openSettings, secrets } from "./people.ts";
import { platformAddresses } from "./platforms.ts";
import { bugQuoting } from "./troubles.ts";

/** The first reading fails, and later one in three, with an error that quotes the settings. */
export function settingsInParameter(now: () => number, random: () => number): SettingsSource {
  const value = JSON.stringify({ ...secrets, ...openSettings, ...platformAddresses });
  let isFirst = true;
  const send = async () => {
    const chance = isFirst ? 0 : random();
    isFirst = false;
    if (chance < 0.2) throw bugQuoting(value, random);
    if (chance < 0.25) return { Parameter: { Value: `${value} ${secrets.PEPPER}` } };
    if (chance < 0.3) {
      const broken = { ...secrets, [secrets.WHATSAPP_VERIFY_TOKEN]: secrets.PEPPER };
      return { Parameter: { Value: JSON.stringify(broken) } };
    }
    return { Parameter: { Value: value } };
  };
  return settingsFromParameter("/jelas/settings", { send } as never, now);
}
