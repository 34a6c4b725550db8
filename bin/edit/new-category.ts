// A title in bot.yaml for a topic that has none.
import { isMap } from "yaml";
import type { Bot, Language, Texts } from "../../functions/webhook/faq/faq.ts";
import { type FaqFile, parseYaml } from "../../functions/webhook/faq/yaml.ts";
import { exitCodes, UserError } from "../user-error.ts";
import { appendKey, blockLines, insertKey } from "./insert.ts";
import type { TextEdit } from "./text-edit.ts";

/**
 * The edit of bot.yaml, or `undefined` where none is needed.
 * @throws UserError where a title is needed and not given, or given and not needed
 */
export function newCategory(
  category: string,
  title: Texts,
  { categories, languages }: Bot,
  files: readonly FaqFile[],
): TextEdit | undefined {
  const isGiven = Object.keys(title).length > 0;
  if (categories.has(category)) {
    if (!isGiven) return undefined;
    throw new UserError(
      `The topic "${category}" has a title already. Leave --category-title out, or change the title in bot.yaml.`,
      exitCodes.usage,
    );
  }
  // A FAQ in which no topic has a title doesn't want them.
  if (!isGiven && categories.size === 0) return undefined;
  if (languages.some((language) => title[language] === undefined)) {
    throw new UserError(askForTitle(category, languages), exitCodes.usage);
  }
  const text = files.find(({ path }) => path === "bot.yaml")?.text ?? "";
  return titleEdit(text, category, title);
}

function titleEdit(text: string, category: string, title: Texts): TextEdit {
  const { document } = parseYaml({ path: "bot.yaml", text }, []);
  const categories = document.get("categories", true);
  if (isMap(categories)) return insertKey(text, categories, category, title);
  const top = document.contents;
  if (isMap(top) && !top.has("categories")) {
    const value = { [category]: title };
    return top.flow
      ? insertKey(text, top, "categories", value)
      : appendKey(text, "categories", value);
  }
  throw new UserError('In bot.yaml, "categories" is not a block of keys. Mend that first.');
}

function askForTitle(category: string, languages: readonly Language[]): string {
  const options = languages.map((language) => `--category-title ${language}="…"`).join(" ");
  const title = Object.fromEntries(languages.map((language) => [language, "…"]));
  return [
    `The topic "${category}" has no title in bot.yaml, and menus show titles.`,
    `Add ${options}`,
    "to this command, or write into bot.yaml:",
    blockLines({ categories: { [category]: title } }, "  ").trimEnd(),
  ].join("\n");
}
