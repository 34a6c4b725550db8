// Where Telegram delivers to, asked and set by its Bot API.
// https://core.telegram.org/bots/api#getwebhookinfo
import { withoutSlash } from "../../functions/webhook/channels/adapter.ts";
import { field, items, text } from "../../functions/webhook/channels/json.ts";
import { telegramUpdates } from "../../functions/webhook/channels/telegram.ts";
import type { SettingValues } from "../../functions/webhook/settings.ts";
import type { AskablePlatform } from "./askable-platform.ts";
import { callPlatform, newestOf, type PlatformAnswer, pointing, refused } from "./call-platform.ts";
import { note, problem, together } from "./finding.ts";

export const telegram: AskablePlatform = {
  async ask(webhook, values) {
    const answer = await call("getWebhookInfo", {}, values);
    if (answer.status !== 200) return refused("Telegram", answer, "TELEGRAM_BOT_TOKEN");
    const info = field(answer.body, "result");
    const updates = items(field(info, "allowed_updates"));
    const missing = telegramUpdates.filter((name) => !updates.includes(name));
    const error = text(field(info, "last_error_message"));
    const waiting = Number(field(info, "pending_update_count") ?? 0);
    return together([
      pointing("Telegram", text(field(info, "url")) ?? "", webhook),
      ...(waiting > 0 ? [note(`${waiting} updates wait to be delivered.`)] : []),
      ...(updates.length > 0 && missing.length > 0
        ? [problem(`Telegram does not deliver ${missing.join(" and ")}. --set corrects it.`)]
        : []),
      ...(error ? [problem(`The last delivery failed: ${error}.`)] : []),
    ]);
  },

  async set(webhook, values) {
    const secret = newestOf(values.TELEGRAM_SECRET_TOKEN);
    const settings = { url: webhook, secret_token: secret, allowed_updates: telegramUpdates };
    const answer = await call("setWebhook", settings, values);
    return answer.status === 200
      ? note(`Telegram now delivers to ${webhook}.`)
      : refused("Telegram", answer, "TELEGRAM_BOT_TOKEN and the address");
  },
};

function call(method: string, body: object, values: SettingValues): Promise<PlatformAnswer> {
  const { TELEGRAM_API_URL = "", TELEGRAM_BOT_TOKEN } = values;
  const url = `${withoutSlash(TELEGRAM_API_URL)}/bot${newestOf(TELEGRAM_BOT_TOKEN)}/${method}`;
  return callPlatform("POST", url, body);
}
