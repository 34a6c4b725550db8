// `faq new`: begins an entry, with everything that it needs in its place.
import { dirname, join } from "node:path";
import type { Command } from "commander";
import { readSources } from "../../functions/webhook/faq/read.ts";
import { limits } from "../../functions/webhook/faq/shapes.ts";
import { commandIn } from "../edit/command-in.ts";
import { entryPath } from "../edit/entry-path.ts";
import { textsGiven } from "../edit/language-texts.ts";
import { newCategory } from "../edit/new-category.ts";
import { newEntryText, nextNumber } from "../edit/new-entry.ts";
import { makeFolder, saveEdits, unchangedTexts, writeText } from "../edit/save.ts";
import { notesAndExamples } from "../help.ts";
import { readFolder } from "../open-faq.ts";
import { schemasFor, staleSchemas, writeSchemas } from "../schema/write-schemas.ts";
import { today } from "../today.ts";

interface NewOptions {
  readonly faq: string;
  readonly question?: readonly string[];
  readonly categoryTitle?: readonly string[];
}

export function addNew(program: Command): void {
  program
    .command("new")
    .description("begin an entry: a file with everything that it needs in its place")
    .argument("<category/id>", "the topic's folder and the entry's name, such as accepting/cost")
    .option("--question <language=text>", "the canonical question; once a language", each)
    .option("--category-title <language=text>", "the title of a topic that is new", each)
    .addHelpText(
      "after",
      notesAndExamples({
        examples: ['new accepting/cost --question id="Apakah menyetujuinya berbayar?"'],
      }),
    )
    .action((name: string, _: unknown, command: Command) => {
      begin(name, command.optsWithGlobals<NewOptions>());
    });
}

function begin(name: string, { faq: folder, question = [], categoryTitle = [] }: NewOptions): void {
  const { files } = readFolder(folder);
  const schemas = schemasFor(files, folder);
  const { bot, entries } = readSources(files);
  const path = entryPath(name, folder, files);
  const texts = (given: readonly string[], option: string, maxCharacters: number) =>
    textsGiven(given, { name: option, languages: bot.languages, maxCharacters });
  const category = newCategory(
    dirname(path),
    texts(categoryTitle, "--category-title", limits.short),
    bot,
    files,
  );
  const text = newEntryText({
    path,
    number: nextNumber(entries.map(({ entry }) => entry)),
    question: texts(question, "--question", limits.question),
    day: today(),
    languages: bot.languages,
    checkCommand: commandIn(folder, "check"),
  });

  const file = join(folder, path);
  // Before the entry is there: its topic is not to be without the title.
  if (category) unchangedTexts(folder, ["bot.yaml"], files);
  makeFolder(dirname(file));
  writeText(file, text, "wx");
  if (category) saveEdits(folder, [{ path: "bot.yaml", edits: [category] }], files);
  writeSchemas(staleSchemas(schemas, folder), folder);
  process.stdout.write(`${file}\n`);
  process.stderr.write(`${nextSteps(folder, category !== undefined)}\n`);
}

function nextSteps(folder: string, hasNewCategory: boolean): string {
  return [
    ...(hasNewCategory ? [`Its topic has been added to ${join(folder, "bot.yaml")}.`] : []),
    "Write what is missing; until then the FAQ can't be used, and a bot that runs keeps the old one.",
    `  what is left to do:  ${commandIn(folder, "check")}`,
    "  try it:              npm start",
  ].join("\n");
}

function each(value: string, earlier: readonly string[] = []): string[] {
  return [...earlier, value];
}
