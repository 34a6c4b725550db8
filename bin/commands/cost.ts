// `faq cost`: what a deployment costs a month, line by line, worked out from the code itself.
import { type Command, InvalidArgumentError, Option } from "commander";
import { type ChannelName, channelNames } from "../../functions/webhook/channels/names.ts";
import { type Ingress, ingresses, type WatchLevel, watchLevels } from "../../lib/options.ts";
import { type Assumptions, assumptionsFor, commonAssumptions } from "../cost/assumptions.ts";
import { estimate, type Ground } from "../cost/estimate.ts";
import { formatBill, formatOverview } from "../cost/format.ts";
import { asJson } from "../cost/json.ts";
import { measure } from "../cost/measure.ts";
import { notesAndExamples } from "../help.ts";
import { openFaqWithProgress } from "../open-faq.ts";
import { bundlePageAssets } from "../page-assets.ts";
import { exitCodes, UserError } from "../user-error.ts";

interface CostOptions extends Partial<Assumptions> {
  /** The FAQ's folder. */
  readonly faq: string;
  readonly messages?: number;
  readonly ingress: Ingress;
  readonly channel: ChannelName;
  readonly watch: WatchLevel;
  readonly json?: boolean;
}

const overview = [0, 10_000, 100_000, 1_000_000, 10_000_000];

export function addCost(program: Command): void {
  const { ownMs, shortMs, storeMs, platformMs, coldShare, coldMs, monthsKept } = commonAssumptions;
  program
    .command("cost")
    .description("work out what a deployment costs a month, from the code and AWS's list prices")
    .option("--messages <n>", "messages a month, for a bill line by line", readWhole)
    .addOption(
      new Option("--ingress <door>", "what stands in front of the function")
        .choices(ingresses)
        .default("http-api"),
    )
    .addOption(
      new Option("--channel <channel>", "where the messages come from")
        .choices(channelNames)
        .default("whatsapp"),
    )
    .addOption(
      new Option("--watch <what>", "dashboard and alarms, alarms, or neither")
        .choices(watchLevels)
        .default("all"),
    )
    .option("--own-ms <ms>", `the bot's own work on a message (default: ${ownMs})`, readNumber)
    .option("--short-ms <ms>", `its work on another request (default: ${shortMs})`, readNumber)
    .option("--store-ms <ms>", `a call to DynamoDB (default: ${storeMs})`, readNumber)
    .option("--platform-ms <ms>", `a call to a platform (default: ${platformMs})`, readNumber)
    .option("--cold-share <0..1>", `requests with a cold start (default: ${coldShare})`, readShare)
    .option("--cold-ms <ms>", `how long one takes (default: ${coldMs})`, readNumber)
    .option(
      "--receipts <n>",
      "deliveries after each reply that say what became of it (default: 3 for whatsapp, else 0)",
      readNumber,
    )
    .option(
      "--page-views <n>",
      "visits of the chat page for each message (default: 0.5 for web, else 0)",
      readNumber,
    )
    .option(
      "--months-kept <n>",
      `months of counts in the table (default: ${monthsKept})`,
      readWhole,
    )
    .option("--json", "print it as JSON")
    .addHelpText(
      "after",
      notesAndExamples({
        examples: ["cost", "cost --messages 100000 --channel telegram"],
      }),
    )
    .action(async (_: unknown, command: Command) => {
      const options = command.optsWithGlobals<CostOptions>();
      const ground = await groundFor(options);
      const { messages } = options;
      const estimates = (messages === undefined ? overview : [messages]).map((count) =>
        estimate(count, ground),
      );
      const { bill: idle } = estimate(0, ground);
      const [only] = estimates;
      const text = options.json
        ? asJson(estimates, idle, ground)
        : messages !== undefined && only
          ? formatBill(only, idle, ground)
          : formatOverview(estimates, ground);
      process.stdout.write(`${text}\n`);
    });
}

async function groundFor(options: CostOptions): Promise<Ground> {
  const { channel, ingress, watch } = options;
  if (channel === "web" && options.receipts) {
    throw new UserError("The chat page sends no receipts: leave out --receipts.", exitCodes.usage);
  }
  const learnt = openFaqWithProgress(options.faq);
  const measured = await measure({ ...learnt, assets: await bundlePageAssets() }, channel);
  return {
    channel,
    ingress,
    watch,
    assumptions: given(assumptionsFor(channel), options),
    measured,
  };
}

/** What somebody knows better stands instead of what is assumed. */
function given(assumptions: Assumptions, options: Partial<Assumptions>): Assumptions {
  const names = Object.keys(assumptions) as (keyof Assumptions)[];
  return Object.fromEntries(
    names.map((name) => [name, options[name] ?? assumptions[name]]),
  ) as unknown as Assumptions;
}

const most = 1e12;

function readNumber(text: string): number {
  if (/^\d+(\.\d+)?$/.test(text) && Number(text) <= most) return Number(text);
  throw new InvalidArgumentError("Give a number such as 20 or 0.5.");
}

function readWhole(text: string): number {
  if (/^\d+$/.test(text) && Number(text) <= most) return Number(text);
  throw new InvalidArgumentError("Give a whole number such as 1000000.");
}

function readShare(text: string): number {
  const share = readNumber(text);
  if (share <= 1) return share;
  throw new InvalidArgumentError("Give a share from 0 to 1, such as 0.01.");
}
