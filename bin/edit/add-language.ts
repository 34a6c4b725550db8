// A language on its way into a FAQ: prepared in a sheet of its own, then taken in as a whole.
import { existsSync, readdirSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { readFaq } from "../../functions/webhook/faq/read.ts";
import { readBot } from "../../functions/webhook/faq/read-bot.ts";
import { languagePattern } from "../../functions/webhook/faq/shapes.ts";
import { FaqProblems, readFolder } from "../open-faq.ts";
import { schemasFor, staleSchemas, writeSchemas } from "../schema/write-schemas.ts";
import { exitCodes, UserError } from "../user-error.ts";
import { commandIn } from "./command-in.ts";
import { languageEdits } from "./finish-language.ts";
import {
  extendedSheet,
  newSheet,
  sheetFolder,
  sheetPath,
  sheetSchema,
  sheetSchemaPath,
} from "./language-sheet.ts";
import { languageSlots } from "./language-slots.ts";
import { isReady, readSheet, type SheetReading, textsLeft } from "./read-sheet.ts";
import { makeFolder, readExactly, saveEdits, writeText } from "./save.ts";
import {
  notesOf,
  refusal,
  type Told,
  tellPrepared,
  tellPresent,
  tellWhatMayLack,
  type Work,
} from "./tell-language.ts";
import { applyEdits } from "./text-edit.ts";

export interface AddOptions {
  readonly list?: boolean;
  readonly finish?: boolean;
}

/** @throws UserError if the code is none, or the FAQ can't be read */
export function addLanguage(folder: string, language: string, options: AddOptions): Told {
  if (!languagePattern.test(language) || language.length > 12) {
    throw new UserError(
      `"${language}" is no language code. Write one such as jv (Javanese) or su (Sundanese).`,
      exitCodes.usage,
    );
  }
  const { files, reading } = readFolder(folder);
  const { bot, areLanguagesKnown } = readBot(files, []);
  const slots = languageSlots(files, language);
  const work = { folder, language, files, languages: bot.languages, slots };
  if (areLanguagesKnown && bot.languages.includes(language)) {
    if (!options.finish) return tellPresent(work);
    throw new UserError(`"${language}" is one of the FAQ's languages already.`, exitCodes.usage);
  }
  // What a sheet would be made from, or go into, must be sound.
  if (reading.kind === "problems") throw new FaqProblems(reading.problems, folder);
  if (options.finish) return finish(work);
  if (!options.list) bringSheetUpToDate(work);
  return tellPrepared(work, readSheetIn(work));
}

function finish(work: Work): Told {
  const { folder, language, files, languages } = work;
  const sheet = readSheetIn(work);
  if (!isReady(sheet)) {
    const told = tellPrepared(work, sheet);
    const missing = textsLeft(sheet.left);
    const why =
      missing > 0 && sheet.isReadable
        ? `: ${missing} texts are not there yet, or can't be used`
        : "";
    const note = `Nothing has been changed${why}.`;
    return { ...told, notes: [...told.notes, note], exitCode: exitCodes.problems };
  }
  const edits = languageEdits(files, language, languages, withTitles(sheet, languages));
  const edited = files.map(({ path, text }) => ({
    path,
    text: applyEdits(text, edits.find((one) => one.path === path)?.edits ?? []),
  }));
  const reading = readFaq(edited);
  if (reading.kind === "problems") throw refusal(reading.problems, work);

  saveEdits(folder, edits, files);
  writeSchemas(staleSchemas(schemasFor(edited, folder), folder), folder);
  removeSheet(work);
  return {
    results: edits.map(({ path }) => join(folder, path)),
    notes: notesOf([
      ...tellWhatMayLack(work, sheet),
      `"${language}" is one of the FAQ's languages now. Look over it: ${commandIn(folder, "check")}`,
    ]),
    exitCode: exitCodes.fine,
  };
}

/** What was written, and the first language's title of each source whose title was not. */
function withTitles({ filled, left }: SheetReading, languages: Work["languages"]) {
  const titles = left.filter(({ kind }) => kind === "title");
  return [
    ...filled,
    ...titles.map((slot) => ({ slot, value: String(slot.map.get(languages[0])) })),
  ];
}

function bringSheetUpToDate({ folder, language, slots, languages }: Work): void {
  const file = join(folder, sheetPath(language));
  makeFolder(join(folder, sheetFolder));
  if (existsSync(file)) {
    const text = readExactly(file);
    const extended = extendedSheet(text, slots, language);
    if (extended !== text) writeText(file, extended);
  } else writeText(file, newSheet(slots, language, languages), "wx");
  writeText(join(folder, sheetSchemaPath(language)), sheetSchema(language));
}

function removeSheet({ folder, language }: Work): void {
  for (const path of [sheetPath(language), sheetSchemaPath(language)]) {
    rmSync(join(folder, path), { force: true });
  }
  const sheets = join(folder, sheetFolder);
  if (existsSync(sheets) && readdirSync(sheets).length === 0) rmdirSync(sheets);
}

function readSheetIn({ folder, language, slots }: Work): SheetReading {
  const file = join(folder, sheetPath(language));
  return readSheet(existsSync(file) ? readExactly(file) : "", slots, language);
}
