// What the build makes of a FAQ: everything the handler needs that doesn't change while it runs.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dataFiles } from "./data-files.ts";
import { decodePublished, type PublishedFaq } from "./faq/published.ts";
import { decodeModel, type Trained } from "./matching/model-file.ts";
import type { PageAssets } from "./page/page.ts";

export interface BotData extends Trained {
  readonly faq: PublishedFaq;
  readonly assets: PageAssets;
  /** Names this FAQ and this code, for `/health` and the log. */
  readonly build: string;
}

export function readBotData(folder: string): BotData {
  const read = (name: string) => readFileSync(join(folder, name));
  const { build, ...assets } = JSON.parse(read(dataFiles.pages).toString());
  return {
    ...decodeModel(read(dataFiles.model)),
    faq: decodePublished(read(dataFiles.faq).toString()),
    assets,
    build,
  };
}
