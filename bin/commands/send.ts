// `faq send`: a delivery as the platform would make it, to a running bot, and what the bot sent back.
import { Argument, type Command } from "commander";
import { stringify } from "yaml";
import { adapters } from "../../functions/webhook/channels/index.ts";
import { type ChannelName, channelNames } from "../../functions/webhook/channels/names.ts";
import { parseChoice } from "../../functions/webhook/choice.ts";
import { missingFor } from "../../functions/webhook/settings.ts";
import { settingsFromEnvironment } from "../../functions/webhook/settings-source.ts";
import { faqCommand } from "../../lib/faq-command.ts";
import { readAddress } from "../address.ts";
import { dataDirectory } from "../data-directory.ts";
import { notesAndExamples } from "../help.ts";
import { defaultPort, portFrom } from "../port.ts";
import { type Act, makeDelivery } from "../trial/deliveries.ts";
import { type Addressee, post } from "../trial/post.ts";
import { findTrial, type TrialResult, trialHeader } from "../trial/trial.ts";
import { trialValues } from "../trial/values.ts";
import { exitCodes, UserError } from "../user-error.ts";

interface SendOptions {
  readonly url?: string;
  readonly tap?: boolean;
  readonly start?: boolean;
  readonly json?: boolean;
}

export function addSend(program: Command): void {
  program
    .command("send")
    .description(
      "try a channel: send a text as its platform would, and see what the bot sends back",
    )
    .addArgument(new Argument("<channel>", "the channel").choices(channelNames))
    .argument("[text...]", "what an invented person writes")
    .option("--tap", "the text is the payload of a button that the person taps")
    .option("--start", "the person opens the conversation (Telegram, LINE, Messenger)")
    .option("--url <url>", "a bot elsewhere, whose settings are in the environment")
    .option("--json", "print what came back as JSON")
    .addHelpText(
      "after",
      notesAndExamples({
        notes: [
          "Start the bot with `npm start` in another terminal. A channel without settings is tried with made-up ones, and nothing leaves this machine. The question is counted like any other.",
        ],
        examples: [
          'send telegram "apakah chat saya dibaca?"',
          "send whatsapp --tap entry/id/personal-messages",
        ],
      }),
    )
    .action(async (channel: ChannelName, words: string[], options: SendOptions) => {
      // Whatever is wrong with a setting is told first, as at the bot's own start.
      settingsFromEnvironment(process.env);
      const act = actOf(words.join(" "), options);
      const place = placeOf(options);
      const result =
        channel === "web" ? await sendToPage(act, place) : await send(channel, act, place);
      process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : format(channel, result));
      if (result.status >= 300) throw new UserError(reasonOf(result.status, channel));
    });
}

/** @throws UserError if nothing is said */
function actOf(text: string, { tap, start }: SendOptions): Act {
  if (start) return { kind: "start" };
  if (text === "") throw new UserError("Give the text that is to be sent.", exitCodes.usage);
  return tap ? { kind: "tap", payload: text } : { kind: "text", text };
}

/** The bot that was started with this DATA_DIR, unless another one is named. */
function placeOf({ url }: SendOptions): Addressee {
  if (url !== undefined) {
    return { url: readAddress(url).href.replace(/\/+$/, ""), isElsewhere: true };
  }
  const { PORT } = process.env;
  const port = portFrom(process.env) || defaultPort;
  const found = findTrial(dataDirectory(process.env));
  // A bot that has ended may have left its place behind; a port that is named means another one.
  const isMeant = !PORT || PORT === "0" || found?.url.endsWith(`:${port}`);
  const place = found && isMeant ? found : { url: `http://localhost:${port}` };
  return { ...place, isElsewhere: false };
}

async function send(
  channel: Exclude<ChannelName, "web">,
  act: Act,
  addressee: Addressee,
): Promise<TrialResult> {
  const { key } = addressee;
  const missing = missingFor(adapters[channel], process.env);
  if (key === undefined && missing.length > 0) {
    throw new UserError(
      `No bot was found by way of DATA_DIR: is it still starting, or does it use another folder? For a bot elsewhere, set ${missing.join(" and ")}: they sign as ${adapters[channel].title} does.`,
    );
  }
  const delivery = makeDelivery(channel, act, trialValues(process.env));
  if (!delivery) {
    throw new UserError(
      `${adapters[channel].title} has nothing like that, as far as this command knows.`,
      exitCodes.usage,
    );
  }
  if (missing.length > 0) {
    process.stderr.write(
      `Tried with made-up settings: this terminal has no ${missing.join(" and ")}.\n`,
    );
  }
  const { body, headers } = delivery;
  return post(addressee, `/webhooks/${channel}`, body, {
    ...headers,
    ...(key === undefined ? {} : { [trialHeader]: key }),
  });
}

async function sendToPage(act: Act, addressee: Addressee): Promise<TrialResult> {
  if (act.kind === "start") {
    throw new UserError("The chat page welcomes by itself: open it.", exitCodes.usage);
  }
  const question = act.kind === "tap" ? tapOnPage(act.payload) : act;
  return post(addressee, "/chat", JSON.stringify(question), {
    "content-type": "application/json",
  });
}

/** The page asks for an entry by its id, and sends feedback as a payload. */
function tapOnPage(payload: string): object {
  const choice = parseChoice(payload);
  return choice?.kind === "entry"
    ? { entry: choice.entry, language: choice.language }
    : { choice: payload };
}

function format(channel: string, { status, body, calls }: TrialResult): string {
  const answers = calls.map(({ path, body }) => `POST ${path}\n${indented(body)}`);
  const response = body ? [indented(parsed(body))] : [];
  if (answers.length + response.length === 0 && status < 300) {
    response.push("  Nothing was sent back here.");
  }
  return `${[`${channel} answered with status ${status}.`, ...answers, ...response].join("\n\n")}\n`;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

/** Long texts with their line breaks, as people read them. */
function indented(value: unknown): string {
  const text = typeof value === "string" ? value : stringify(value, { lineWidth: 0 });
  return text.trimEnd().replace(/^(?=.)/gm, "  ");
}

function reasonOf(status: number, channel: string): string {
  switch (status) {
    case 401:
    case 403:
      return `The bot does not know the secret that this was signed with. Start it with the same settings.`;
    case 404:
      return `The bot has no ${channel} channel. What it lacks: ${faqCommand("channels")}`;
    case 503:
      return "The bot asks for this message again later. Its log tells why.";
    default:
      return status < 400
        ? `What answers leads to another address (status ${status}): give that one with --url.`
        : `The bot did not take this message (status ${status}). Its log may tell why; is it a bot that is at this address?`;
  }
}
