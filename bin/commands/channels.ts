// `faq channels`: which channels are on, what the others lack, and whether platforms deliver here.
import { Argument, type Command } from "commander";
import { adapters } from "../../functions/webhook/channels/index.ts";
import { type WebhookName, webhookMethods } from "../../functions/webhook/channels/names.ts";
import {
  isBegun,
  missingFor,
  readSettings,
  SettingsError,
  type SettingValues,
  valuesOf,
  warningsAbout,
} from "../../functions/webhook/settings.ts";
import { readParameter, settingsFromEnvironment } from "../../functions/webhook/settings-source.ts";
import { readAddress } from "../address.ts";
import { tellRefusal } from "../aws-refusal.ts";
import { channelsCommand } from "../channels/command.ts";
import { type Finding, problem, together } from "../channels/finding.ts";
import { askablePlatforms } from "../channels/platforms.ts";
import { stepsFor } from "../channels/steps.ts";
import { checkWebhook } from "../channels/webhook-check.ts";
import { notesAndExamples } from "../help.ts";
import { exitCodes } from "../user-error.ts";

const names = Object.keys(webhookMethods) as WebhookName[];

export function addChannels(program: Command): void {
  const channels = program
    .command("channels")
    .description("list the channels: which are on, and which setting each other one wants")
    .option("--json", "print the list as JSON")
    .addHelpText(
      "after",
      notesAndExamples({
        notes: [
          "Settings come from the environment or, where SETTINGS_PARAMETER names it, from the parameter on AWS.",
        ],
        examples: [
          "channels",
          "channels --json",
          "channels check telegram --url https://bot.example.org",
        ],
      }),
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
    .addHelpText(
      "after",
      notesAndExamples({
        examples: [
          "channels check telegram --url https://bot.example.org",
          "channels check telegram --url https://bot.example.org --set",
        ],
      }),
    )
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
  /** What it does without, and what that costs. */
  readonly advice: readonly string[];
}

function listChannels(values: SettingValues): ChannelState[] {
  const web: ChannelState = { channel: "web", state: "on", route: "/", missing: {}, advice: [] };
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
      advice: state === "on" ? warningsAbout(adapter, values) : [],
    };
  });
  return [web, ...others];
}

function format(list: readonly ChannelState[]): string {
  const lines = list.flatMap(({ channel, state, route, missing, advice }) => [
    `${channel.padEnd(10)}  ${state.padEnd(10)}  ${route}`,
    ...Object.entries(missing).map(([name, what]) => `            needs ${name}: ${what}`),
    ...advice.map((sentence) => `            ${sentence}`),
  ]);
  return [...lines, "", `How to connect one: ${channelsCommand("check <channel>")}`].join("\n");
}

/** @throws SettingsError for a setting that is unknown, empty or malformed */
async function readValues(): Promise<SettingValues> {
  const { SETTINGS_PARAMETER, ...environment } = process.env;
  if (SETTINGS_PARAMETER) {
    const values = await readParameter(SETTINGS_PARAMETER).catch((error: unknown) => {
      if (error instanceof SettingsError) throw error;
      throw tellRefusal(error, `read ${SETTINGS_PARAMETER}`, "ssm:GetParameter");
    });
    readSettings(values);
    return values;
  }
  settingsFromEnvironment(environment);
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
  const origin = originOf(url ?? (name === "twilio" ? values.TWILIO_WEBHOOK_URL : undefined));
  const webhook = `${origin ?? "https://your-bot"}/webhooks/${name}`;
  const missing = missingFor(adapter, values);
  const platform = askablePlatforms[name];
  if (set && !platform) {
    process.stderr.write(`${title} can't be told by its API. The steps below do it.\n`);
  }
  if (missing.length > 0 || !origin) {
    const looked = process.env.SETTINGS_PARAMETER ?? "the environment";
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
