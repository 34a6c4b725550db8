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
import { tellRefusal } from "../aws-refusal.ts";
import { dataDirectory } from "../data-directory.ts";
import { startDesk } from "../desk/start-desk.ts";
import { notesAndExamples } from "../help.ts";
import { type EventHandler, serveEvents } from "../local-events.ts";
import type { OpenFaq } from "../open-faq.ts";
import { bundlePageAssets } from "../page-assets.ts";
import { portFrom } from "../port.ts";
import { tellStoreFault } from "../store-fault.ts";
import { announceTrial, createTrial, newTrialKey } from "../trial/trial.ts";
import { UserError } from "../user-error.ts";
import { bundleWorkshopAssets } from "../workshop/page/assets.ts";
import { createWorkshop } from "../workshop/routes.ts";

export function addServe(program: Command): void {
  program
    .command("serve")
    .description("answer on this machine, as deployed (PORT sets the port; 0 picks a free one)")
    .addHelpText(
      "after",
      notesAndExamples({
        notes: [
          "`npm start` runs this. Settings come from the environment; counts are kept in DATA_DIR (.data).",
        ],
        examples: ["serve", "serve --faq tests/fixtures/bot"],
      }),
    )
    .action(async (_: unknown, command: Command) => {
      // An error that nobody expected may quote a message.
      endOnUnexpectedError(tellCode);
      const { faq: folder } = command.optsWithGlobals<{ faq: string }>();
      const port = portFrom(process.env);
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

      const { warnings } = await settings.current().catch(tellUnreadSettings);
      for (const warning of warnings) {
        process.stderr.write(`${warning}\n`);
      }
      const workshop = createWorkshop(bundleWorkshopAssets, () => desk.show());
      let handler: EventHandler | undefined;
      const use = (faq: OpenFaq) => {
        handler = makeHandler(faq);
        workshop.use(faq);
      };
      const desk = startDesk(folder, workshop.show);
      try {
        use(await desk.first);
        const { port: taken } = await listen(async (event, context) => {
          const answer = workshop.isMeant(event) ? workshop.handle : (handler as EventHandler);
          return answer(event, context);
        }, port);
        const url = `http://localhost:${taken}`;
        announceTrial(dataDirectory(process.env), { url, key: trialKey });
        process.stdout.write(`Jelas is listening on ${url}\n`);
        process.stdout.write(`The workshop, for whoever edits the FAQ: ${url}/workshop\n`);
        desk.follow(use);
      } catch (error) {
        desk.stop();
        throw error;
      }
    });
}

function tellCode(code: string): void {
  process.stderr.write(
    `Jelas has stopped: unexpected error (${code}). What it says is not shown, for it may quote what a person wrote.\n`,
  );
}

/** @throws SettingsError, or UserError where the parameter can't be read */
function tellUnreadSettings(error: unknown): never {
  const parameter = process.env.SETTINGS_PARAMETER;
  if (error instanceof SettingsError || !parameter) throw error;
  throw tellRefusal(error, `read ${parameter}`, "ssm:GetParameter");
}

/** @throws UserError if another process counts into the same folder, or its file is damaged */
function openStore(): CountStore {
  try {
    return storeFor(process.env);
  } catch (error) {
    if (error instanceof SettingsError) throw error;
    throw tellStoreFault(error as Error, dataDirectory(process.env));
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
