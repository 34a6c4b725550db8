// Asks a bot's own webhook whether it is there and knows the same secrets as we do.
import { randomBytes } from "node:crypto";
import { type WebhookName, webhookMethods } from "../../functions/webhook/channels/names.ts";
import type { SettingValues } from "../../functions/webhook/settings.ts";
import { makeDelivery } from "../trial/deliveries.ts";
import { trialValues } from "../trial/values.ts";
import { newestOf } from "./call-platform.ts";
import { type Finding, note, problem, together } from "./finding.ts";

const deadlineMs = 10_000;

/** By a signed delivery without a message in it, and Meta's handshake where the channel has one. */
export async function checkWebhook(
  name: WebhookName,
  webhook: string,
  values: SettingValues,
): Promise<Finding> {
  const delivery = makeDelivery(name, { kind: "nothing" }, values);
  if (!delivery) return note(`Nobody here knows how ${name} signs.`);
  const { body, headers } = delivery;
  const status = await statusOf(webhook, { method: "POST", headers, body });
  const fault = faultOf(status, webhook);
  if (fault) return problem(fault);
  const forged = makeDelivery(name, { kind: "nothing" }, trialValues({}));
  const answer = forged && (await statusOf(webhook, { method: "POST", ...forged }));
  if (answer !== 401 && answer !== 403) {
    return problem(`${webhook} takes what anybody signs: it is not this bot.`);
  }
  const known = note(`${webhook} answers, and knows the secret.`);
  const methods: readonly string[] = webhookMethods[name];
  if (!methods.includes("GET") || (await shakesHands(name, webhook, values))) return known;
  const setting = `${name.toUpperCase()}_VERIFY_TOKEN`;
  return together([
    known,
    problem(
      `${webhook} does not answer the handshake: is ${setting} set here and at the bot, to the same value?`,
    ),
  ]);
}

function faultOf(status: number, webhook: string): string | undefined {
  switch (status) {
    case 200:
    case 204:
      return undefined;
    case 0:
      return `${webhook} can't be reached.`;
    case 401:
    case 403:
      return `${webhook} knows another secret: does the bot run with the same settings as these?`;
    case 404:
      return `${webhook} is off: the bot's settings lack something that these have.`;
    default:
      return `${webhook} answered with status ${status}.`;
  }
}

async function shakesHands(name: string, webhook: string, values: SettingValues): Promise<boolean> {
  const challenge = randomBytes(8).toString("hex");
  const token = newestOf(values[`${name.toUpperCase()}_VERIFY_TOKEN`]);
  const query = new URLSearchParams({
    "hub.mode": "subscribe",
    "hub.verify_token": token,
    "hub.challenge": challenge,
  });
  try {
    const signal = AbortSignal.timeout(deadlineMs);
    const response = await fetch(`${webhook}?${query}`, { redirect: "error", signal });
    return response.status === 200 && (await response.text()) === challenge;
  } catch {
    return false;
  }
}

async function statusOf(url: string, init: RequestInit): Promise<number> {
  try {
    const signal = AbortSignal.timeout(deadlineMs);
    return (await fetch(url, { ...init, redirect: "manual", signal })).status;
  } catch {
    return 0;
  }
}
