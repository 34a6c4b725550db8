// `faq channels`: which channels are on, what the others lack, and whether platforms deliver here.
import { Argument, type Command } from "commander";
import { adapters } from "../../functions/webhook/channels/index.ts";
import { type WebhookName, webhookMethods } from "../../functions/webhook/channels/names.ts";
import {
  isBegun,
  missingFor,
  readEnvironment,
  readSettings,
  SettingsError,
  type SettingValues,
  valuesOf,
} from "../../functions/webhook/settings.ts";
import { readParameter } from "../../functions/webhook/settings-source.ts";
import { askablePlatforms, type Finding } from "../channels/platforms.ts";
import { stepsFor } from "../channels/steps.ts";
import { checkWebhook } from "../channels/webhook-check.ts";
import { exitCodes, UserError } from "../user-error.ts";

const names = Object.keys(webhookMethods) as WebhookName[];

export function addChannels(program: Command): void {
  const channels = program
    .command("channels")
    .description("list the channels: which are on, and which setting each other one wants")
    .option("--json", "print the list as JSON")
    .addHelpText(
      "after",
      `
Settings come from the environment or, where SETTINGS_PARAMETER names it, from the parameter on AWS.`,
    )
    .action(async (options: { json?: boolean }) => {
      const list = listChannels(await readValues());
      process.stdout.write(`${options.json ? JSON.stringify(list, null, 2) : format(list)}\n`);
    });
  channels
    .command("check")
    .description("ask whether a channel's webhook works and its platform delivers there")
    .addArgument(new Argument("<channel>", "the channel").choices(names))
    .option("--url <url>", "where the bot is on the internet: the chat page's address")
    .option("--set", "make the platform deliver there, where it can be told (Telegram, LINE)")
    .action(async (name: WebhookName, options: { url?: string; set?: boolean }) => {
      const values = await readValues();
      const isSound = await check(name, values, options);
      if (!isSound) process.exitCode = exitCodes.problems;
    });
}

interface ChannelState {
  readonly channel: string;
  readonly state: "on" | "off" | "incomplete";
  readonly route: string;
  /** Each setting that it lacks, and where to find it. */
  readonly missing: Readonly<Record<string, string>>;
}

function listChannels(values: SettingValues): ChannelState[] {
  const web: ChannelState = { channel: "web", state: "on", route: "/", missing: {} };
  const others = names.map((channel): ChannelState => {
    const adapter = adapters[channel];
    const missing = missingFor(adapter, values);
    const state = missing.length === 0 ? "on" : isBegun(adapter, values) ? "incomplete" : "off";
    return {
      channel,
      state,
      route: `/webhooks/${channel}`,
      missing: Object.fromEntries(
        missing.map((name) => [name, adapter.settings[name]?.what ?? ""]),
      ),
    };
  });
  return [web, ...others];
}

function format(list: readonly ChannelState[]): string {
  const lines = list.flatMap(({ channel, state, route, missing }) => [
    `${channel.padEnd(10)}  ${state.padEnd(10)}  ${route}`,
    ...Object.entries(missing).map(([name, what]) => `            needs ${name}: ${what}`),
  ]);
  return [...lines, "", "`faq channels check <channel>` says how to connect one."].join("\n");
}

/** @throws SettingsError for a setting that is unknown, empty or malformed */
async function readValues(): Promise<SettingValues> {
  const { SETTINGS_PARAMETER, ...environment } = process.env;
  if (SETTINGS_PARAMETER) {
    const values = await readParameter(SETTINGS_PARAMETER).catch((error: Error) => {
      if (error instanceof SettingsError) throw error;
      throw new UserError(
        `The parameter ${SETTINGS_PARAMETER} can't be read (${error.name}). Check AWS_REGION and your credentials.`,
      );
    });
    readSettings(values);
    return values;
  }
  const placeholder = Buffer.alloc(32).toString("base64");
  readEnvironment({ ...environment, PEPPER: environment.PEPPER ?? placeholder });
  return environment;
}

/** Prints what was found; true if nothing is left to do. */
async function check(
  name: WebhookName,
  values: SettingValues,
  { url, set = false }: { url?: string; set?: boolean },
): Promise<boolean> {
  const adapter = adapters[name];
  const { title } = adapter;
  const origin = originOf(url ?? values.TWILIO_WEBHOOK_URL);
  const webhook = `${origin ?? "https://YOUR-BOT"}/webhooks/${name}`;
  const missing = missingFor(adapter, values);
  const platform = askablePlatforms[name];
  if (set && !platform) {
    process.stderr.write(`${title} can't be told by its API. The steps below do it.\n`);
  }
  if (missing.length > 0 || !origin) {
    const lacks = missing.length > 0 ? [`${title} is off: it needs ${missing.join(", ")}.`] : [];
    const unknown = origin ? [] : ["Add --url, the chat page's address, to check the webhook."];
    return print({ notes: [], problems: [...lacks, ...unknown] }, stepsFor[name](webhook));
  }
  const all = valuesOf(adapter, values);
  const findings = [
    ...(name === "twilio" ? [signedAddress(all.TWILIO_WEBHOOK_URL ?? "", webhook)] : []),
    await checkWebhook(name, webhook, all),
  ];
  if (platform) {
    if (set) findings.push(await platform.set(webhook, all));
    findings.push(await platform.ask(webhook, all));
  }
  const finding: Finding = {
    notes: [...new Set(findings.flatMap(({ notes }) => notes))],
    problems: findings.flatMap(({ problems }) => problems),
  };
  const isSound = finding.problems.length === 0;
  // Where the platform can't be asked, nobody here knows whether the steps were done.
  return print(finding, platform && isSound ? [] : stepsFor[name](webhook));
}

/** Twilio signs the address, so the bot must know it letter by letter. */
function signedAddress(setting: string, webhook: string): Finding {
  const [address] = setting.split(/[?#]/);
  return address === webhook
    ? { notes: [], problems: [] }
    : { notes: [], problems: [`TWILIO_WEBHOOK_URL is ${setting}, not ${webhook}.`] };
}

function print({ notes, problems }: Finding, steps: readonly string[]): boolean {
  for (const note of notes) process.stdout.write(`ok       ${note}\n`);
  for (const problem of problems) process.stdout.write(`problem  ${problem}\n`);
  if (steps.length > 0) {
    const list = steps.map((step, at) => `${at + 1}. ${step}`).join("\n");
    process.stdout.write(`\nTo connect it:\n${list}\n`);
  }
  return problems.length === 0;
}

function originOf(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  if (!URL.canParse(url)) throw new UserError(`"${url}" is not an address.`, exitCodes.usage);
  return new URL(url).origin;
}
