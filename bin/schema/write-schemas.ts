// Brings the schemas that lie beside a FAQ up to date with its languages and the shapes of its files.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readBot } from "../../functions/webhook/faq/read-bot.ts";
import type { FaqFile } from "../../functions/webhook/faq/yaml.ts";
import { cannotWrite } from "../file-refusal.ts";
import { UserError } from "../user-error.ts";
import { type SchemaFile, schemaFiles, schemaFolder } from "./schema-files.ts";

/** @throws UserError if bot.yaml doesn't say which languages there are */
export function schemasFor(files: readonly FaqFile[], folder: string): SchemaFile[] {
  const { bot, areLanguagesKnown } = readBot(files, []);
  if (areLanguagesKnown) return schemaFiles(bot.languages);
  throw new UserError(
    `${join(folder, "bot.yaml")} doesn't name the languages, or not so that they can be read. ` +
      'Write a line such as "languages: [id, en]".',
  );
}

/** Those that are missing in the folder, or differ from what they should be. */
export function staleSchemas(schemas: readonly SchemaFile[], folder: string): SchemaFile[] {
  return schemas.filter(({ path, text }) => {
    try {
      // A checkout on Windows may have changed the line breaks, which is no difference.
      return readFileSync(join(folder, path), "utf8").replaceAll("\r\n", "\n") !== text;
    } catch {
      return true;
    }
  });
}

/** @throws UserError if the folder can't be written to */
export function writeSchemas(schemas: readonly SchemaFile[], folder: string): void {
  try {
    mkdirSync(join(folder, schemaFolder), { recursive: true });
    for (const { path, text } of schemas) writeFileSync(join(folder, path), text);
  } catch (error) {
    throw cannotWrite(join(folder, schemaFolder), error);
  }
}
