// YAML text → a checked FAQ, or every problem in it at once.
import { defaultLabels, defaultMessages } from "./defaults.ts";
import type { Bot, Entry, Faq, Language, Phrasing, Smalltalk, Texts, Words } from "./faq.ts";
import { labelNames, messageNames } from "./faq.ts";
import { checkAcrossEntries } from "./read-across.ts";
import { compareProblems, type Problem } from "./problem.ts";
import { readShape, type Shape, type Value } from "./shape.ts";
import { botShape, entryShape, limits, offtopicShape, wordsShape } from "./shapes.ts";
import { type FaqFile, type Path, parseYaml, type YamlFile } from "./yaml.ts";
import { faultOfLink } from "./links.ts";

export type FaqReading =
  | { readonly kind: "faq"; readonly faq: Faq; readonly warnings: readonly Problem[] }
  | { readonly kind: "problems"; readonly problems: readonly Problem[] };

/** An entry together with the file it came from, so that later checks can name the place. */
export interface ReadEntry {
  readonly entry: Entry;
  readonly file: YamlFile;
}

/**
 * Reads a whole FAQ. Problems of all files are found in one go; with an error among them there is
 * no FAQ, with warnings only there is.
 */
export function readFaq(files: readonly FaqFile[]): FaqReading {
  const problems: Problem[] = [];
  const bot = readBot(files, problems);
  const entries = files
    .filter((file) => file.path.includes("/"))
    .map((file) => readEntry(file, bot, problems))
    .filter((read) => read !== undefined);
  const words = readWords(files, problems);
  const offtopic = readOfftopic(files, problems);
  reportStrangers(files, problems);

  const numbered = numberEntries(entries);
  checkAcrossEntries(numbered, bot);
  if (numbered.length === 0 && !problems.some((problem) => problem.severity === "error")) {
    problems.push(wholeFaq("no-entries", "This FAQ has no entry.", "Add a file such as faq/topic/question.yaml."));
  }

  problems.sort(compareProblems);
  if (problems.some((problem) => problem.severity === "error")) return { kind: "problems", problems };
  const sorted = numbered.map((read) => read.entry).sort((a, b) => a.number - b.number);
  return { kind: "faq", faq: { bot, entries: sorted, words, offtopic }, warnings: problems };
}

function wholeFaq(rule: string, message: string, remedy: string): Problem {
  return { file: "bot.yaml", line: 1, column: 1, rule, severity: "error", message, remedy };
}

/** The parts of one top-level file, or `undefined` where it is absent or unreadable. */
function readTopFile(
  name: string,
  shape: Shape,
  files: readonly FaqFile[],
  problems: Problem[],
): { value: Record<string, Value>; file: YamlFile } | undefined {
  const source = files.find((file) => file.path === name);
  if (!source) return undefined;
  const file = parseYaml(source, problems);
  if (!file.isReadable) return undefined;
  const value = readShape(file, shape);
  return value === undefined ? undefined : { value: value as Record<string, Value>, file };
}

function readBot(files: readonly FaqFile[], problems: Problem[]): Bot {
  const top = readTopFile("bot.yaml", botShape, files, problems);
  if (!files.some((file) => file.path === "bot.yaml")) {
    problems.push(wholeFaq("no-bot", "bot.yaml is missing.", 'Add it with a line such as "languages: [en]".'));
  }
  const value = top?.value ?? {};
  const [first, ...others] = (value.languages ?? []) as Language[];
  if (top && first === undefined) {
    top.file.report(["languages"], "no-language", "No language is named.", 'Write "languages: [en]".');
  }
  const languages: Bot["languages"] = [first ?? "en", ...others];
  const texts = (path: Path, given: Value | undefined, fallback: Texts): Texts =>
    given === undefined || !top ? fallback : readTexts(top.file, path, given, languages, fallback);

  const messages = { ...defaultMessages(languages) };
  for (const name of messageNames) {
    messages[name] = texts(["messages", name], part(value.messages, name), messages[name]);
  }
  const labels = { ...defaultLabels(languages) };
  for (const name of labelNames) {
    labels[name] = texts(["labels", name], part(value.labels, name), labels[name]);
  }
  const categories = new Map(
    Object.entries((value.categories ?? {}) as Record<string, Value>).map(([id, title]) => [
      id,
      texts(["categories", id], title, {}),
    ]),
  );
  const smalltalk = Object.entries((value.smalltalk ?? {}) as Record<string, Value>).map(
    ([kind, given]) => readSmalltalk(kind, given, messages, languages, top?.file),
  );
  const name = texts(["name"], value.name, sameInAll("Jelas", languages));
  return { languages, name, categories, messages, labels, smalltalk };
}

/** A kind without a `reply` answers with the message of its own name, such as `thanks`. */
function readSmalltalk(
  kind: string,
  given: Value,
  messages: Bot["messages"],
  languages: Bot["languages"],
  file: YamlFile | undefined,
): Smalltalk {
  const path = ["smalltalk", kind];
  const only = part(given, "language") as Language | undefined;
  const reply = part(given, "reply");
  const message = messageNames.find((name) => name === kind);
  let texts: Texts = message ? messages[message] : sameInAll("", languages);
  if (reply !== undefined && file) {
    texts = only
      ? sameInAll((part(reply, only) as string | undefined) ?? "", languages)
      : readTexts(file, [...path, "reply"], reply, languages);
  }
  if (reply === undefined && !message) {
    file?.report(path, "missing-key", `Small talk "${kind}" has no reply.`, 'Add a "reply:".');
  }
  if (only && !languages.includes(only)) {
    file?.report([...path, "language"], "unknown-language", `"${only}" is not among the languages.`, "Add it to `languages`, or remove this kind.");
  }
  const phrasings = readPhrasings(part(given, "phrasings"), [...path, "phrasings"], languages, file);
  return { kind, phrasings, reply: texts, ...(only ? { language: only } : {}) };
}

function readEntry(source: FaqFile, bot: Bot, problems: Problem[]): ReadEntry | undefined {
  const [category = "", fileName = "", ...deeper] = source.path.split("/");
  const file = parseYaml(source, problems);
  if (deeper.length > 0) {
    file.report([], "too-deep", "This file lies too deep.", "Move it to faq/<category>/<entry>.yaml.");
    return undefined;
  }
  const id = fileName.replace(/\.yaml$/, "");
  if (!/^[a-z0-9]+([-_][a-z0-9]+)*$/i.test(id)) {
    file.report([], "bad-id", `"${id}" can't be an entry's id.`, "Name the file in lower-case words joined by hyphens.");
  } else if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
    file.report([], "bad-id", `"${id}" is not in kebab-case.`, "Name the file in lower-case words joined by hyphens.", "warning");
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
    answer: value.answer === undefined ? {} : readTexts(file, ["answer"], value.answer, bot.languages),
    sources: readSources(value.sources, file),
    related: (value.related ?? []) as string[],
    verified: (value.verified ?? "") as string,
    phrasings: withoutRepeats([...(value.question ? inQuestion : []), ...phrasings], file),
  };
  if (entry.phrasings.length === 0) {
    file.report(["phrasings"], "no-phrasings", "Nobody can ask for this entry.", "Add ways of asking under `phrasings`.");
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
  file.report([], "no-question", "This entry has no canonical question.", "Add `question:`; menus show it.", "warning");
  const inLanguage = (language: Language) =>
    (phrasings.find((phrasing) => phrasing.language === language) ?? phrasings[0])?.text ?? id;
  return Object.fromEntries(bot.languages.map((language) => [language, inLanguage(language)]));
}

function readShort(given: Value | undefined, question: Texts, bot: Bot, file: YamlFile): Texts {
  if (given !== undefined) return readTexts(file, ["short"], given, bot.languages);
  file.report([], "no-short", "This entry has no short title.", "Add `short:`; buttons show it.", "warning");
  const cut = (text: string) =>
    [...text].length <= limits.short ? text : `${[...text].slice(0, limits.short - 1).join("")}…`;
  return Object.fromEntries(
    bot.languages.map((language) => [language, cut(question[language] ?? "")]),
  );
}

function readSources(given: Value | undefined, file: YamlFile): Entry["sources"] {
  if (given === undefined || (given as Value[]).length === 0) {
    file.report(["sources"], "no-source", "This answer names no source.", "Add one under `sources`.", "warning");
    return [];
  }
  return (given as Record<string, Value>[]).map((source, index) => {
    const title = (source.title ?? "") as string;
    if (source.url === undefined) return { title };
    const url = source.url as string;
    const fault = faultOfLink(url);
    if (fault) {
      file.report(["sources", index, "url"], "bad-link", `This link ${fault}.`, "Copy the address from the browser; it must begin with https://.");
    }
    return { title, url };
  });
}

function readPhrasings(
  given: Value | undefined,
  path: Path,
  languages: Bot["languages"],
  file: YamlFile | undefined,
): Phrasing[] {
  const byLanguage = Object.entries((given ?? {}) as Record<string, Value>);
  for (const [language] of byLanguage) {
    if (language !== "mixed" && !languages.includes(language)) {
      file?.report([...path, language], "unknown-language", `"${language}" is not among the languages of bot.yaml.`, "Add it there, or move these lines.");
    }
  }
  for (const language of languages) {
    if (part(given, language) === undefined) {
      file?.report(path, "missing-language", `There are no phrasings in "${language}".`, `Add "${language}:" with ways of asking.`, "warning");
    }
  }
  return byLanguage.flatMap(([language, texts]) =>
    (texts as string[]).map((text) => ({ language, text })),
  );
}

/** The canonical question may stand among the phrasings too; it counts once. */
function withoutRepeats(phrasings: readonly Phrasing[], file: YamlFile): Phrasing[] {
  const seen = new Map<string, Phrasing>();
  for (const phrasing of phrasings) {
    if (seen.has(phrasing.text)) {
      file.report(["phrasings", phrasing.language], "repeated-phrasing", `"${phrasing.text}" stands here twice.`, "Remove one.", "warning");
    } else seen.set(phrasing.text, phrasing);
  }
  return [...seen.values()];
}

/** A text in every language of the bot; each missing one is a problem. */
function readTexts(
  file: YamlFile,
  path: Path,
  given: Value,
  languages: Bot["languages"],
  fallback?: Texts,
): Texts {
  for (const language of Object.keys(given as Record<string, Value>)) {
    if (!languages.includes(language)) {
      file.report([...path, language], "unknown-language", `"${language}" is not among the languages of bot.yaml.`, "Add it there, or remove this line.");
    }
  }
  const text = (language: Language): string => {
    const found = part(given, language);
    if (typeof found === "string") return found;
    // A text that was there but broken has been reported already.
    if (file.document.getIn([...path, language]) === undefined) {
      file.report(path, "missing-language", `"${path.join(".")}" has no text in "${language}".`, `Add "${language}:" under it.`);
    }
    return fallback?.[language] ?? "";
  };
  return Object.fromEntries(languages.map((language) => [language, text(language)]));
}

function readWords(files: readonly FaqFile[], problems: Problem[]): Words {
  const value = readTopFile("words.yaml", wordsShape, files, problems)?.value ?? {};
  return {
    slang: new Map(Object.entries((value.slang ?? {}) as Record<string, string>)),
    concepts: new Map(Object.entries((value.concepts ?? {}) as Record<string, string[]>)),
  };
}

function readOfftopic(files: readonly FaqFile[], problems: Problem[]): Faq["offtopic"] {
  const value = readTopFile("offtopic.yaml", offtopicShape, files, problems)?.value ?? {};
  return new Map(Object.entries(value as Record<string, string[]>));
}

const topFiles = ["bot.yaml", "words.yaml", "offtopic.yaml"];

function reportStrangers(files: readonly FaqFile[], problems: Problem[]): void {
  for (const { path } of files) {
    if (path.includes("/") || topFiles.includes(path)) continue;
    problems.push({
      file: path,
      line: 1,
      column: 1,
      rule: "unknown-file",
      severity: "warning",
      message: "This file is not read.",
      remedy: `Entries lie in a folder; beside the folders only ${topFiles.join(", ")} are read.`,
    });
  }
}

/** Entries without a number get the smallest free ones, in order of their files. */
function numberEntries(entries: readonly ReadEntry[]): ReadEntry[] {
  const taken = new Set(entries.map(({ entry }) => entry.number));
  let next = 0;
  return entries.map((read) => {
    if (read.entry.number > 0) return read;
    do next += 1;
    while (taken.has(next));
    return { ...read, entry: { ...read.entry, number: next } };
  });
}

function sameInAll(text: string, languages: Bot["languages"]): Texts {
  return Object.fromEntries(languages.map((language) => [language, text]));
}

function part(value: Value | undefined, key: string): Value | undefined {
  if (value === undefined || typeof value === "string" || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, key) ? value[key] : undefined;
}
