// What is wrong with a call that a channel would make, without making it.
import type { Outgoing } from "../../functions/webhook/channels/channel.ts";
import type { PlatformCall, PlatformRules } from "./platform.ts";

export function problemsOfCall(call: Outgoing, rules: PlatformRules): string[] {
  return rules.problemsOf(asPlatformCall(call));
}

/** The call as the platform would see it arrive. */
export function asPlatformCall({ url, headers, body }: Outgoing): PlatformCall {
  const { pathname, search } = new URL(url);
  return { method: "POST", path: pathname + search, headers, body: JSON.parse(body) };
}
