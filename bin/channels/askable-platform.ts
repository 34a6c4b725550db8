// What a platform promises that can be asked where it delivers to.
import type { SettingValues } from "../../functions/webhook/settings.ts";
import type { Finding } from "./finding.ts";

export interface AskablePlatform {
  /** Where it delivers to, and whether that is this webhook. */
  ask(webhook: string, values: SettingValues): Promise<Finding>;
  /** Makes it deliver to this webhook. */
  set(webhook: string, values: SettingValues): Promise<Finding>;
}
