// `faq serve`: the handler that is deployed, behind a local server, with the FAQ learnt anew on change.
import { watch } from "node:fs";
import type { Command } from "commander";
import type { BotData } from "../../functions/webhook/bot-data.ts";
import { createHandler, type Handler } from "../../functions/webhook/handler.ts";
import { settingsFor } from "../../functions/webhook/settings-source.ts";
import { storeFor } from "../../functions/webhook/store-for.ts";
import { learnInBackground } from "../learn.ts";
import { serveEvents } from "../local-events.ts";
import { bundlePageAssets } from "../page-assets.ts";
import { startProgress } from "../progress.ts";
import { exitCodes, UserError } from "../user-error.ts";

const defaultPort = 3000;
/** An editor saves in several steps; they are taken for one change. */
const settleMs = 150;

export function addServe(program: Command): void {
  program
    .command("serve")
    .description("answer on this machine, as deployed (PORT sets the port; 0 picks a free one)")
    .action(async (_: unknown, command: Command) => {
      const { faq: folder } = command.optsWithGlobals<{ faq: string }>();
      const port = portFrom(process.env.PORT);
      const settings = settingsFor(process.env);
      const store = storeFor(process.env);
      const assets = await bundlePageAssets();
      const makeHandler = (learnt: Omit<BotData, "assets">): Handler =>
        createHandler({
          data: { ...learnt, assets },
          store,
          settings,
          writeLog: (line) => process.stderr.write(line),
        });

      const progress = startProgress("Learning the FAQ");
      let handler = makeHandler(await learnInBackground(folder, progress.show));
      progress.end();
      const { port: taken } = await serveEvents((event, context) => handler(event, context), port);
      process.stdout.write(`Jelas is listening on http://localhost:${taken}\n`);

      onChange(folder, async () => {
        try {
          handler = makeHandler(
            await learnInBackground(folder, startProgress("Learning again").show),
          );
          process.stdout.write("The FAQ has changed and is in use.\n");
        } catch (error) {
          const reason = error instanceof UserError ? error.message : String(error);
          process.stderr.write(`${reason}\nThe last good FAQ stays in use.\n`);
        }
      });
    });
}

/** Calls back after a file changed, one call at a time, once more if files changed meanwhile. */
function onChange(folder: string, act: () => Promise<void>): void {
  let timer: NodeJS.Timeout | undefined;
  let working = false;
  let again = false;
  const run = async () => {
    if (working) {
      again = true;
      return;
    }
    working = true;
    await act();
    working = false;
    if (again) {
      again = false;
      await run();
    }
  };
  watch(folder, { recursive: true }, (_, name) => {
    if (name !== null && !/\.ya?ml$/.test(name)) return;
    clearTimeout(timer);
    timer = setTimeout(() => void run(), settleMs);
  });
}

function portFrom(text: string | undefined): number {
  const port = text === undefined || text === "" ? defaultPort : Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new UserError(`PORT is "${text}"; it must be a number from 0 to 65535.`, exitCodes.usage);
}
