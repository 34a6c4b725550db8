// bot.yaml → the bot's languages and its own words.
import { isSeq } from "yaml";
import { defaultLabels, defaultMessages } from "./defaults.ts";
import {
  type Bot,
  type Language,
  labelNames,
  messageNames,
  type Smalltalk,
  type Texts,
} from "./faq.ts";
import { sameInAll } from "./one-for-all.ts";
import { type Problem, wholeFaqProblem } from "./problem.ts";
import { isAbsent, part, readPhrasings, readText, readTexts } from "./read-texts.ts";
import { findTopFile, readTopFile, type TopFile } from "./read-top-file.ts";
import type { Value } from "./shape.ts";
import { botShape } from "./shapes.ts";
import type { FaqFile, Path, YamlFile } from "./yaml.ts";

export interface ReadBot {
  readonly bot: Bot;
  /** False where bot.yaml doesn't say, or not so that all of them can be read. */
  readonly areLanguagesKnown: boolean;
  /** bot.yaml itself, if it can be read. */
  readonly file: YamlFile | undefined;
}

export function readBot(files: readonly FaqFile[], problems: Problem[]): ReadBot {
  if (!findTopFile("bot.yaml", files)) {
    problems.push(
      wholeFaqProblem(
        "no-bot",
        "bot.yaml is missing.",
        'Add it with a line such as "languages: [en]".',
      ),
    );
  }
  const top = readTopFile("bot.yaml", botShape, files, problems);
  const named = top && readLanguages(top);
  const languages: Bot["languages"] = named ?? ["en"];
  const value = top?.value ?? {};

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
    Object.entries(value.categories ?? {}).map(([id, title]) => [
      id,
      texts(["categories", id], title, {}),
    ]),
  );
  const smalltalk = top
    ? Object.entries(value.smalltalk ?? {}).map(([kind, given]) =>
        readSmalltalk(top.file, kind, given, messages, languages),
      )
    : [];
  const name = texts(["name"], value.name, sameInAll("Jelas", languages));
  return {
    bot: { languages, name, categories, messages, labels, smalltalk },
    areLanguagesKnown: named !== undefined,
    file: top?.file,
  };
}

/** `undefined` if a language is missing or broken; that has been reported then. */
function readLanguages({ file, value }: TopFile): Bot["languages"] | undefined {
  const listed = file.document.getIn(["languages"]);
  if (!isSeq(listed)) return undefined;
  const languages = value.languages as Language[];
  const [first, ...others] = languages;
  if (listed.items.length === 0) {
    file.report(
      ["languages"],
      "no-language",
      "No language is named.",
      'Write "languages: [en]" or such.',
    );
  }
  if (!first || languages.length < listed.items.length) return undefined;
  languages.forEach((language, index) => {
    if (languages.indexOf(language) === index) return;
    file.report(
      ["languages", index],
      "repeated-language",
      `"${language}" stands here twice.`,
      "Remove one.",
    );
  });
  return [first, ...others];
}

/** A kind without a `reply` answers with the message of its own name, such as `thanks`. */
function readSmalltalk(
  file: YamlFile,
  kind: string,
  given: Value,
  messages: Bot["messages"],
  languages: Bot["languages"],
): Smalltalk {
  const path = ["smalltalk", kind];
  const only = part(given, "language") as Language | undefined;
  if (only && !languages.includes(only)) {
    file.report(
      [...path, "language"],
      "unknown-language",
      `"${only}" is not among the languages.`,
      "Add it to `languages`, or remove this kind.",
    );
  }
  const phrasings = readPhrasings(
    file,
    [...path, "phrasings"],
    part(given, "phrasings"),
    languages,
  );
  const reply = readReply(file, kind, given, messages, languages);
  return { kind, phrasings, reply, ...(only ? { language: only } : {}) };
}

function readReply(
  file: YamlFile,
  kind: string,
  given: Value,
  messages: Bot["messages"],
  languages: Bot["languages"],
): Texts {
  const path = ["smalltalk", kind, "reply"];
  const reply = part(given, "reply");
  const only = part(given, "language") as Language | undefined;
  if (reply !== undefined) {
    return only
      ? sameInAll(readText(file, path, reply, only) ?? "", languages)
      : readTexts(file, path, reply, languages);
  }
  const message = messageNames.find((name) => name === kind);
  if (message) return messages[message];
  if (isAbsent(file, path)) {
    file.report(
      ["smalltalk", kind],
      "missing-key",
      `Small talk "${kind}" has no reply.`,
      'Add a "reply:".',
    );
  }
  return sameInAll("", languages);
}
