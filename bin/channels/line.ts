// Where LINE delivers to, asked, set and tried by its Messaging API.
// https://developers.line.biz/en/reference/messaging-api/#webhook-settings
import { withoutSlash } from "../../functions/webhook/channels/adapter.ts";
import { field, integer, text } from "../../functions/webhook/channels/json.ts";
import type { SettingValues } from "../../functions/webhook/settings.ts";
import type { AskablePlatform } from "./askable-platform.ts";
import { callPlatform, newestOf, type PlatformAnswer, pointing, refused } from "./call-platform.ts";
import { note, problem, together } from "./finding.ts";

export const line: AskablePlatform = {
  async ask(webhook, values) {
    const answer = await call("GET", "endpoint", undefined, values);
    if (answer.status === 404) return pointing("LINE", "", webhook);
    if (answer.status !== 200) return refused("LINE", answer, "LINE_CHANNEL_ACCESS_TOKEN");
    const isOff = field(answer.body, "active") === false;
    return together([
      pointing("LINE", text(field(answer.body, "endpoint")) ?? "", webhook),
      ...(isOff ? [problem('"Use webhook" is off in LINE\'s console: turn it on.')] : []),
    ]);
  },

  async set(webhook, values) {
    const answer = await call("PUT", "endpoint", { endpoint: webhook }, values);
    if (answer.status !== 200) return refused("LINE", answer, "LINE_CHANNEL_ACCESS_TOKEN");
    const test = await call("POST", "test", { endpoint: webhook }, values);
    const code = integer(field(test.body, "statusCode")) ?? test.status;
    const reason = `${text(field(test.body, "reason")) ?? "no reason given"}, status ${code}`;
    return together([
      note(`LINE now delivers to ${webhook}.`),
      ...(field(test.body, "success") === true
        ? []
        : [problem(`LINE's own test of the address failed: ${reason}.`)]),
    ]);
  },
};

function call(
  method: string,
  path: string,
  body: object | undefined,
  { LINE_API_URL = "", LINE_CHANNEL_ACCESS_TOKEN }: SettingValues,
): Promise<PlatformAnswer> {
  const url = `${withoutSlash(LINE_API_URL)}/v2/bot/channel/webhook/${path}`;
  return callPlatform(method, url, body, {
    authorization: `Bearer ${newestOf(LINE_CHANNEL_ACCESS_TOKEN)}`,
  });
}
