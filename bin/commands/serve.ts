// `faq serve`: the handler that is deployed, behind a local server, with the FAQ learnt anew on change.
import type { Command } from "commander";
import type { BotData } from "../../functions/webhook/bot-data.ts";
import type { CountStore } from "../../functions/webhook/counts/store.ts";
import { createHandler } from "../../functions/webhook/handler.ts";
import { createLog } from "../../functions/webhook/log.ts";
import { SettingsError } from "../../functions/webhook/settings.ts";
import { settingsFor } from "../../functions/webhook/settings-source.ts";
import { storeFor } from "../../functions/webhook/store-for.ts";
import { endOnUnexpectedError } from "../../functions/webhook/unexpected-errors.ts";
import { onChange, stampOf } from "../faq-changes.ts";
import { learnInBackground } from "../learn.ts";
import { type EventHandler, serveEvents } from "../local-events.ts";
import type { OpenFaq } from "../open-faq.ts";
import { bundlePageAssets } from "../page-assets.ts";
import { startProgress } from "../progress.ts";
import { announceTrial, createTrial, newTrialKey } from "../trial/trial.ts";
import { exitCodes, UserError } from "../user-error.ts";

const defaultPort = 3000;

export function addServe(program: Command): void {
  program
    .command("serve")
    .description("answer on this machine, as deployed (PORT sets the port; 0 picks a free one)")
    .action(async (_: unknown, command: Command) => {
      // An error that nobody expected may quote a message.
      endOnUnexpectedError(tellCode);
      const { faq: folder } = command.optsWithGlobals<{ faq: string }>();
      const port = portFrom(process.env.PORT);
      const settings = settingsFor(process.env);
      const store = openStore();
      const assets = await bundlePageAssets();
      const trialKey = newTrialKey();
      const makeHandler = (learnt: Omit<BotData, "assets">): EventHandler => {
        const log = createLog(learnt.build, { write: (line) => process.stderr.write(line) });
        const parts = { data: { ...learnt, assets }, store, log };
        const handler = createHandler({ ...parts, settings });
        const trial = createTrial(trialKey, parts, process.env);
        return (event, context) =>
          trial.isMeant(event) ? trial.handle(event, context) : handler(event, context);
      };

      for (const warning of (await settings.current()).warnings) {
        process.stderr.write(`${warning}\n`);
      }
      const stamp = stampOf(folder);
      let handler = makeHandler(await learn(folder, "Learning the FAQ"));
      const { port: taken } = await listen((event, context) => handler(event, context), port);
      announceTrial(process.env.DATA_DIR ?? ".data", {
        url: `http://localhost:${taken}`,
        key: trialKey,
      });
      process.stdout.write(`Jelas is listening on http://localhost:${taken}\n`);

      onChange(folder, stamp, async () => {
        try {
          handler = makeHandler(await learn(folder, "Learning again"));
          process.stdout.write("The FAQ has changed and is in use.\n");
        } catch (error) {
          const reason = error instanceof UserError ? error.message : String(error);
          process.stderr.write(`${reason}\nThe last good FAQ stays in use.\n`);
        }
      });
    });
}

function tellCode(code: string): void {
  process.stderr.write(
    `Jelas has stopped: unexpected error (${code}). What it says is not shown, for it may quote what a person wrote.\n`,
  );
}

async function learn(folder: string, label: string): Promise<OpenFaq> {
  const progress = startProgress(label);
  try {
    return await learnInBackground(folder, progress.show);
  } finally {
    progress.end();
  }
}

/** @throws UserError if another process counts into the same folder, or its file is damaged */
function openStore(): CountStore {
  try {
    return storeFor(process.env);
  } catch (error) {
    if (error instanceof SettingsError) throw error;
    throw new UserError((error as Error).message);
  }
}

/** @throws UserError if the port is not to be had */
async function listen(handler: EventHandler, port: number): Promise<{ port: number }> {
  try {
    return await serveEvents(handler, port);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UserError(
      `Port ${port} can't be had (${code}). Set PORT to another, or to 0 for one that is free.`,
    );
  }
}

function portFrom(text: string | undefined): number {
  const port = text === undefined || text === "" ? defaultPort : Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new UserError(`PORT is "${text}"; it must be a number from 0 to 65535.`, exitCodes.usage);
}
