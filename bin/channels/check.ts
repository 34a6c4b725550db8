// Checks one channel: what it lacks, whether its webhook works, and where its platform delivers to.
import { adapters } from "../../functions/webhook/channels/index.ts";
import type { WebhookName } from "../../functions/webhook/channels/names.ts";
import { missingFor, type SettingValues, valuesOf } from "../../functions/webhook/settings.ts";
import { readAddress } from "../address.ts";
import { type Finding, problem, together } from "./finding.ts";
import { askablePlatforms } from "./platforms.ts";
import { stepsFor } from "./steps.ts";
import { checkWebhook } from "./webhook-check.ts";

/** Prints what was found; true if nothing is left to do. */
export async function checkChannel(
  name: WebhookName,
  values: SettingValues,
  { url, set = false }: { url?: string; set?: boolean },
): Promise<boolean> {
  const adapter = adapters[name];
  const { title } = adapter;
  const origin = originOf(url ?? (name === "twilio" ? values.TWILIO_WEBHOOK_URL : undefined));
  const webhook = `${origin ?? "https://your-bot"}/webhooks/${name}`;
  const missing = missingFor(adapter, values);
  const platform = askablePlatforms[name];
  if (set && !platform) {
    process.stderr.write(`${title} can't be told by its API. The steps below do it.\n`);
  }
  if (missing.length > 0 || !origin) {
    const looked = process.env.SETTINGS_PARAMETER || "the environment";
    const lacks =
      missing.length > 0
        ? [
            `${title} is off: ${looked} lacks ${missing.join(", ")}. (SETTINGS_PARAMETER names a deployment's.)`,
          ]
        : [];
    const unknown = origin ? [] : ["Add --url, the chat page's address, to check the webhook."];
    return print({ notes: [], problems: [...lacks, ...unknown] }, stepsFor(name, webhook), title);
  }
  const all = valuesOf(adapter, values);
  const findings = [
    ...(name === "twilio" ? [signedAddress(all.TWILIO_WEBHOOK_URL ?? "", webhook)] : []),
    await checkWebhook(name, webhook, all),
  ];
  if (platform) {
    const isReady = findings.every(({ problems }) => problems.length === 0);
    if (set && !isReady) {
      process.stderr.write("Nothing is set while the webhook itself has a problem.\n");
    }
    if (set && isReady) findings.push(await platform.set(webhook, all));
    findings.push(await platform.ask(webhook, all));
  }
  const finding = together(findings);
  // Where the platform can't be asked, nobody here knows whether the steps were done.
  return print(finding, platform ? [] : stepsFor(name, webhook), title);
}

/** Twilio signs the address, so the bot must know it letter by letter. */
function signedAddress(setting: string, webhook: string): Finding {
  // A name and a password may be part of it, and are nobody's business.
  const { origin, pathname } = new URL(setting);
  return origin + pathname === webhook
    ? together([])
    : problem(`TWILIO_WEBHOOK_URL is ${origin}${pathname}, not ${webhook}.`);
}

function print({ notes, problems }: Finding, steps: readonly string[], title: string): boolean {
  for (const note of notes) process.stdout.write(`ok       ${note}\n`);
  for (const problem of problems) process.stdout.write(`problem  ${problem}\n`);
  if (steps.length > 0) {
    const list = steps.map((step, at) => `${at + 1}. ${step}`).join("\n");
    const heading =
      problems.length > 0
        ? "To connect it:"
        : `Whether ${title} delivers here can't be asked. All the steps:`;
    process.stdout.write(`\n${heading}\n${list}\n`);
  }
  return problems.length === 0;
}

function originOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : readAddress(url).origin;
}
