// <category>/<entry>.yaml → an entry.
import type { Bot, Entry, Language, Phrasing, Texts } from "./faq.ts";
import { checkEnding, idOf } from "./file-name.ts";
import { faultOfLink } from "./links.ts";
import { sameInAll } from "./one-for-all.ts";
import type { Problem } from "./problem.ts";
import { readShape } from "./read-shape.ts";
import { isAbsent, placeOfPhrasing, readPhrasings, readTexts } from "./read-texts.ts";
import type { Value } from "./shape.ts";
import { entryShape, limits } from "./shapes.ts";
import { type FaqFile, type Path, parseYaml, type YamlFile } from "./yaml.ts";

/** An entry together with the file it came from, so that later checks can name the place. */
export interface ReadEntry {
  readonly entry: Entry;
  readonly file: YamlFile;
}

export function readEntry(source: FaqFile, bot: Bot, problems: Problem[]): ReadEntry | undefined {
  const [category = "", , ...deeper] = source.path.split("/");
  const id = idOf(source.path);
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
  checkEnding(file);
  checkId(file, id);
  if (!file.isReadable) return undefined;
  const value = readShape(file, entryShape) as Record<string, Value> | undefined;
  if (!value) return undefined;

  const listed = readPhrasings(file, ["phrasings"], value.phrasings, bot.languages);
  const question = readQuestion(value.question, listed, id, bot, file);
  const phrasings = withoutRepeats(value.question ? question : {}, listed, file);
  if (phrasings.length === 0) {
    file.report(
      ["phrasings"],
      "no-phrasings",
      "Nobody can ask for this entry.",
      "Add ways of asking under `phrasings`.",
    );
  }
  const entry: Entry = {
    id,
    category,
    number: Number(value.number ?? 0),
    question,
    short: readShort(value.short, question, bot, file),
    answer:
      value.answer === undefined ? {} : readTexts(file, ["answer"], value.answer, bot.languages),
    sources: readSources(value.sources, bot, file),
    related: (value.related ?? []) as string[],
    verified: readVerified(value.verified, file),
    phrasings,
  };
  return { entry, file };
}

function checkId(file: YamlFile, id: string): void {
  const remedy = "Name the file in lower-case words joined by hyphens.";
  if (!/^[a-z0-9]+([-_][a-z0-9]+)*$/i.test(id)) {
    file.report([], "bad-id", `"${id}" can't be an entry's id.`, remedy);
  } else if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
    file.report([], "bad-id", `"${id}" is not in kebab-case.`, remedy, "warning");
  }
}

function readQuestion(
  given: Value | undefined,
  phrasings: readonly Phrasing[],
  id: string,
  bot: Bot,
  file: YamlFile,
): Texts {
  if (given !== undefined) return readTexts(file, ["question"], given, bot.languages);
  if (isAbsent(file, ["question"])) {
    file.report(
      [],
      "no-question",
      "This entry has no canonical question.",
      "Add `question:`; menus show it.",
      "warning",
    );
  }
  const inLanguage = (language: Language) =>
    (phrasings.find((phrasing) => phrasing.language === language) ?? phrasings[0])?.text ?? id;
  return Object.fromEntries(bot.languages.map((language) => [language, inLanguage(language)]));
}

function readShort(given: Value | undefined, question: Texts, bot: Bot, file: YamlFile): Texts {
  if (given !== undefined) return readTexts(file, ["short"], given, bot.languages);
  if (isAbsent(file, ["short"])) {
    file.report(
      [],
      "no-short",
      "This entry has no short title.",
      "Add `short:`; buttons show it.",
      "warning",
    );
  }
  const cut = (text: string) =>
    [...text].length <= limits.short ? text : `${[...text].slice(0, limits.short - 1).join("")}…`;
  return Object.fromEntries(
    bot.languages.map((language) => [language, cut(question[language] ?? "")]),
  );
}

function readSources(given: Value | undefined, bot: Bot, file: YamlFile): Entry["sources"] {
  const sources = (given ?? []) as Record<string, Value>[];
  if (isAbsent(file, ["sources"]) || (given && isAbsent(file, ["sources", 0]))) {
    file.report(
      ["sources"],
      "no-source",
      "This answer names no source.",
      "Add one under `sources`.",
      "warning",
    );
  }
  return sources.map((source, index) => {
    const title = readTitle(source.title ?? "", ["sources", index, "title"], bot, file);
    if (source.url === undefined) return { title };
    const url = source.url as string;
    const fault = faultOfLink(url);
    if (fault) {
      const place = ["sources", index, "url"];
      file.report(place, "bad-link", `This link ${fault.reason}.`, fault.remedy);
    }
    return { title, url };
  });
}

/** One text stands for every language. */
function readTitle(given: Value, path: Path, { languages }: Bot, file: YamlFile): Texts {
  return typeof given === "string"
    ? sameInAll(given, languages)
    : readTexts(file, path, given, languages);
}

/** A day that the calendar has. */
function readVerified(given: Value | undefined, file: YamlFile): string {
  const day = (given ?? "") as string;
  // Some dates that don't exist are read as days of the next month, others not at all.
  const asRead = new Date(Date.parse(day) || 0).toISOString().slice(0, 10);
  if (day !== "" && asRead !== day) {
    file.report(["verified"], "no-such-day", `There is no ${day}.`, "Look at the calendar.");
    return "";
  }
  return day;
}

/** Each text once; the canonical question may stand among the phrasings too. */
function withoutRepeats(
  question: Texts,
  phrasings: readonly Phrasing[],
  file: YamlFile,
): Phrasing[] {
  const byText = new Map<string, Phrasing>();
  for (const [language, text] of Object.entries(question)) {
    if (text !== "") byText.set(text, { text, language });
  }
  const listed = new Set<string>();
  for (const phrasing of phrasings) {
    const { text } = phrasing;
    if (listed.has(text)) {
      file.report(
        placeOfPhrasing(phrasing, file),
        "repeated-phrasing",
        `"${text}" stands here twice.`,
        "Remove one.",
        "warning",
      );
    }
    listed.add(text);
    if (!byText.has(text)) byText.set(text, phrasing);
  }
  return [...byText.values()];
}
