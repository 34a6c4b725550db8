// What a report knows of the FAQ it is about: names and questions, as far as its files can be read.
import { join } from "node:path";
import type { Language, Texts } from "../../functions/webhook/faq/faq.ts";
import { readSources } from "../../functions/webhook/faq/read.ts";
import { readFaqFolder } from "../faq-folder.ts";
import { UserError } from "../user-error.ts";

export interface KnownFaq {
  /** None where there is no bot.yaml to read. */
  readonly name?: Texts;
  readonly languages: readonly Language[];
  /** By id; an entry whose file is broken, or gone, is missing. */
  readonly entries: ReadonlyMap<string, KnownEntry>;
}

export interface KnownEntry {
  readonly question: Texts;
  /** The path of its file. */
  readonly file: string;
}

const nothing: KnownFaq = { languages: [], entries: new Map() };

/** A FAQ that is broken, or absent, is no reason to go without a report. */
export function knownFaq(folder: string): KnownFaq {
  try {
    const { bot, entries, files } = readSources(readFaqFolder(folder));
    const isBotRead = files.some(({ path }) => path === "bot.yaml");
    return {
      ...(isBotRead ? { name: bot.name, languages: bot.languages } : { languages: [] }),
      entries: new Map(
        entries.map(({ entry: { id, question }, file }) => [
          id,
          { question, file: join(folder, file.path) },
        ]),
      ),
    };
  } catch (error) {
    if (error instanceof UserError) return nothing;
    throw error;
  }
}
