// A bot of `npm start` with its stand-ins, in a folder that goes when it is closed.
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createWriters } from "./messages.ts";
import { npmStart } from "./npm-start.ts";
import type { World } from "./phase.ts";
import { environmentFor } from "./settings.ts";
import { type Delays, startStandIns } from "./stand-ins.ts";

export interface WorldOptions {
  readonly delays: Delays;
  readonly questions: readonly string[];
  /** The bot's own FAQ unless named. */
  readonly faq?: string;
  readonly say?: (line: string) => void;
}

export interface OpenWorld extends World {
  readonly bareUrl: string;
  close(): Promise<void>;
}

export async function openWorld(options: WorldOptions): Promise<OpenWorld> {
  const { delays, questions, faq, say = () => {} } = options;
  const dataDir = mkdtempSync(join(tmpdir(), "jelas-load-"));
  const removeFolder = () => rmSync(dataDir, { recursive: true, force: true });
  process.once("exit", removeFolder);
  // What has been learnt before need not be learnt again.
  const models = join(process.env.DATA_DIR || ".data", "models");
  if (existsSync(models)) cpSync(models, join(dataDir, "models"), { recursive: true });

  const standIns = await startStandIns(delays);
  const environment = environmentFor(standIns.addresses, dataDir);
  const bot = await npmStart(environment, faq === undefined ? [] : ["--faq", faq]);
  return {
    bot,
    standIns,
    writers: createWriters(questions),
    say,
    bareUrl: standIns.addresses.bare,
    async close() {
      await bot.stop();
      standIns.stop();
      removeFolder();
      process.off("exit", removeFolder);
    },
  };
}
