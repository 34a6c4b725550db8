// A prepared language becomes one of the FAQ's: its texts go where they belong, beside the others.
import { isSeq } from "yaml";
import type { Bot, Language } from "../../functions/webhook/faq/faq.ts";
import { type FaqFile, parseYaml } from "../../functions/webhook/faq/yaml.ts";
import { UserError } from "../user-error.ts";
import { insertItem, insertKey } from "./insert.ts";
import type { SheetReading } from "./read-sheet.ts";
import type { FileEdits } from "./save.ts";
import type { TextEdit } from "./text-edit.ts";

export function languageEdits(
  files: readonly FaqFile[],
  language: Language,
  languages: Bot["languages"],
  filled: SheetReading["filled"],
): FileEdits[] {
  return files.flatMap((file) => {
    const edits: TextEdit[] = filled
      .filter(({ slot }) => slot.file === file.path)
      .map(({ slot: { map }, value }) => {
        const after = languages.findLast((one) => map.has(one));
        return insertKey(file.text, map, language, value, after);
      });
    if (file.path === "bot.yaml") edits.push(listing(file, language));
    return edits.length > 0 ? [{ path: file.path, edits }] : [];
  });
}

function listing(file: FaqFile, language: Language): TextEdit {
  const list = parseYaml(file, []).document.get("languages", true);
  if (isSeq(list)) return insertItem(file.text, list, language);
  throw new UserError('In bot.yaml, "languages" is not a list. Mend that first.');
}
