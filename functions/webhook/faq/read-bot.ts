// bot.yaml → the bot's languages and its own words.
import { defaultLabels, defaultMessages } from "./defaults.ts";
import {
  type Bot,
  type Language,
  labelNames,
  messageNames,
  type Smalltalk,
  type Texts,
} from "./faq.ts";
import { type Problem, wholeFaqProblem } from "./problem.ts";
import { part, readPhrasings, readTexts, sameInAll } from "./read-texts.ts";
import { readTopFile } from "./read-top-file.ts";
import type { Value } from "./shape.ts";
import { botShape } from "./shapes.ts";
import type { FaqFile, Path, YamlFile } from "./yaml.ts";

export function readBot(files: readonly FaqFile[], problems: Problem[]): Bot {
  const top = readTopFile("bot.yaml", botShape, files, problems);
  if (!files.some((file) => file.path === "bot.yaml")) {
    problems.push(
      wholeFaqProblem(
        "no-bot",
        "bot.yaml is missing.",
        'Add it with a line such as "languages: [en]".',
      ),
    );
  }
  const value = top?.value ?? {};
  const [first, ...others] = (value.languages ?? []) as Language[];
  if (top && first === undefined) {
    top.file.report(
      ["languages"],
      "no-language",
      "No language is named.",
      'Write "languages: [en]".',
    );
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
    file?.report(
      [...path, "language"],
      "unknown-language",
      `"${only}" is not among the languages.`,
      "Add it to `languages`, or remove this kind.",
    );
  }
  const phrasings = readPhrasings(
    part(given, "phrasings"),
    [...path, "phrasings"],
    languages,
    file,
  );
  return { kind, phrasings, reply: texts, ...(only ? { language: only } : {}) };
}
