// <category>/<entry>.yaml → an entry.
import type { Bot, Entry, Language, Phrasing, Texts } from "./faq.ts";
import { faultOfLink } from "./links.ts";
import type { Problem } from "./problem.ts";
import { readPhrasings, readTexts } from "./read-texts.ts";
import { readShape, type Value } from "./shape.ts";
import { entryShape, limits } from "./shapes.ts";
import { type FaqFile, parseYaml, type YamlFile } from "./yaml.ts";

/** An entry together with the file it came from, so that later checks can name the place. */
export interface ReadEntry {
  readonly entry: Entry;
  readonly file: YamlFile;
}

export function readEntry(source: FaqFile, bot: Bot, problems: Problem[]): ReadEntry | undefined {
  const [category = "", fileName = "", ...deeper] = source.path.split("/");
  const file = parseYaml(source, problems);
  if (deeper.length > 0) {
    file.report(
      [],
      "too-deep",
      "This file lies too deep.",
      "Move it to faq/<category>/<entry>.yaml.",
    );
    return undefined;
  }
  const id = fileName.replace(/\.yaml$/, "");
  if (!/^[a-z0-9]+([-_][a-z0-9]+)*$/i.test(id)) {
    file.report(
      [],
      "bad-id",
      `"${id}" can't be an entry's id.`,
      "Name the file in lower-case words joined by hyphens.",
    );
  } else if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
    file.report(
      [],
      "bad-id",
      `"${id}" is not in kebab-case.`,
      "Name the file in lower-case words joined by hyphens.",
      "warning",
    );
  }
  if (!file.isReadable) return undefined;
  const value = readShape(file, entryShape) as Record<string, Value> | undefined;
  if (!value) return undefined;

  const phrasings = readPhrasings(value.phrasings, ["phrasings"], bot.languages, file);
  const question = readQuestion(value.question, phrasings, id, bot, file);
  const inQuestion = Object.entries(question).map(([language, text]) => ({ language, text }));
  const entry: Entry = {
    id,
    category,
    number: Number(value.number ?? 0),
    question,
    short: readShort(value.short, question, bot, file),
    answer:
      value.answer === undefined ? {} : readTexts(file, ["answer"], value.answer, bot.languages),
    sources: readSources(value.sources, file),
    related: (value.related ?? []) as string[],
    verified: (value.verified ?? "") as string,
    phrasings: withoutRepeats([...(value.question ? inQuestion : []), ...phrasings], file),
  };
  if (entry.phrasings.length === 0) {
    file.report(
      ["phrasings"],
      "no-phrasings",
      "Nobody can ask for this entry.",
      "Add ways of asking under `phrasings`.",
    );
  }
  return { entry, file };
}

function readQuestion(
  given: Value | undefined,
  phrasings: readonly Phrasing[],
  id: string,
  bot: Bot,
  file: YamlFile,
): Texts {
  if (given !== undefined) return readTexts(file, ["question"], given, bot.languages);
  file.report(
    [],
    "no-question",
    "This entry has no canonical question.",
    "Add `question:`; menus show it.",
    "warning",
  );
  const inLanguage = (language: Language) =>
    (phrasings.find((phrasing) => phrasing.language === language) ?? phrasings[0])?.text ?? id;
  return Object.fromEntries(bot.languages.map((language) => [language, inLanguage(language)]));
}

function readShort(given: Value | undefined, question: Texts, bot: Bot, file: YamlFile): Texts {
  if (given !== undefined) return readTexts(file, ["short"], given, bot.languages);
  file.report(
    [],
    "no-short",
    "This entry has no short title.",
    "Add `short:`; buttons show it.",
    "warning",
  );
  const cut = (text: string) =>
    [...text].length <= limits.short ? text : `${[...text].slice(0, limits.short - 1).join("")}…`;
  return Object.fromEntries(
    bot.languages.map((language) => [language, cut(question[language] ?? "")]),
  );
}

function readSources(given: Value | undefined, file: YamlFile): Entry["sources"] {
  if (given === undefined || (given as Value[]).length === 0) {
    file.report(
      ["sources"],
      "no-source",
      "This answer names no source.",
      "Add one under `sources`.",
      "warning",
    );
    return [];
  }
  return (given as Record<string, Value>[]).map((source, index) => {
    const title = (source.title ?? "") as string;
    if (source.url === undefined) return { title };
    const url = source.url as string;
    const fault = faultOfLink(url);
    if (fault) {
      file.report(
        ["sources", index, "url"],
        "bad-link",
        `This link ${fault}.`,
        "Copy the address from the browser; it must begin with https://.",
      );
    }
    return { title, url };
  });
}

/** The canonical question may stand among the phrasings too; it counts once. */
function withoutRepeats(phrasings: readonly Phrasing[], file: YamlFile): Phrasing[] {
  const seen = new Map<string, Phrasing>();
  for (const phrasing of phrasings) {
    if (seen.has(phrasing.text)) {
      file.report(
        ["phrasings", phrasing.language],
        "repeated-phrasing",
        `"${phrasing.text}" stands here twice.`,
        "Remove one.",
        "warning",
      );
    } else seen.set(phrasing.text, phrasing);
  }
  return [...seen.values()];
}
