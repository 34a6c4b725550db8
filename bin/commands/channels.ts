// `faq channels`: which channels are on, what the others lack, and how one of them is checked.
import { Argument, type Command } from "commander";
import { adapters } from "../../functions/webhook/channels/index.ts";
import { type WebhookName, webhookMethods } from "../../functions/webhook/channels/names.ts";
import {
  isBegun,
  missingFor,
  readSettings,
  SettingsError,
  type SettingValues,
  warningsAbout,
} from "../../functions/webhook/settings.ts";
import { readParameter, settingsFromEnvironment } from "../../functions/webhook/settings-source.ts";
import { tellRefusal } from "../aws-refusal.ts";
import { checkChannel } from "../channels/check.ts";
import { channelsCommand } from "../channels/command.ts";
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
      const isSound = await checkChannel(name, values, options);
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
