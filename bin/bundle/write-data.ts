// What the build makes of a FAQ, as the files that lie beside the bundle.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BotData } from "../../functions/webhook/bot-data.ts";
import { dataFiles } from "../../functions/webhook/data-files.ts";
import { encodePublished } from "../../functions/webhook/faq/published.ts";
import { encodeModel } from "../../functions/webhook/matching/model-file.ts";

/** Writes into a folder that is there what `readBotData` reads. */
export function writeBotData(folder: string, { faq, assets, build, ...trained }: BotData): void {
  const write = (name: string, content: string | Uint8Array) =>
    writeFileSync(join(folder, name), content);
  write(dataFiles.faq, encodePublished(faq));
  write(dataFiles.model, encodeModel(trained));
  write(dataFiles.pages, JSON.stringify({ ...assets, build }));
}
