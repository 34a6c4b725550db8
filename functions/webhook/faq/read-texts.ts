// Texts in several languages, as every file of a FAQ has them.
import { isScalar, isSeq } from "yaml";
import type { Bot, Language, Phrasing, Texts } from "./faq.ts";
import { faultOfLink, linksIn } from "./links.ts";
import type { Value } from "./shape.ts";
import type { Path, YamlFile } from "./yaml.ts";

/** A text in every language of the bot; each missing one is a problem. */
export function readTexts(
  file: YamlFile,
  path: Path,
  given: Value,
  languages: Bot["languages"],
  fallback?: Texts,
): Texts {
  reportUnknownLanguages(file, path, given, languages);
  return Object.fromEntries(
    languages.map((language) => [
      language,
      readText(file, path, given, language) ?? fallback?.[language] ?? "",
    ]),
  );
}

/** The text in one language; it is a problem if there is none. */
export function readText(
  file: YamlFile,
  path: Path,
  given: Value,
  language: Language,
): string | undefined {
  const text = part(given, language);
  if (typeof text === "string") {
    checkLinks(file, [...path, language], text);
    return text;
  }
  if (isAbsent(file, [...path, language])) {
    file.report(
      path,
      "missing-language",
      `"${path.join(".")}" has no text in "${language}".`,
      `Add "${language}:" under it.`,
    );
  }
  return undefined;
}

export function readPhrasings(
  file: YamlFile,
  path: Path,
  given: Value | undefined,
  languages: Bot["languages"],
): Phrasing[] {
  reportUnknownLanguages(file, path, given, [...languages, "mixed"]);
  for (const language of languages) {
    if (isAbsent(file, [...path, language])) {
      file.report(
        path,
        "missing-language",
        `There are no phrasings in "${language}".`,
        `Add "${language}:" with ways of asking.`,
        "warning",
      );
    }
  }
  return Object.entries((given ?? {}) as Record<Language, string[]>).flatMap(([language, texts]) =>
    texts.map((text) => ({ language, text })),
  );
}

/** Where a phrasing stands in its file, the last place if there are several. */
export function placeOfPhrasing({ text, language }: Phrasing, file: YamlFile): Path {
  const list = file.document.getIn(["phrasings", language]);
  const index = isSeq(list)
    ? list.items.findLastIndex((item) => isScalar(item) && String(item.value).trim() === text)
    : -1;
  return index < 0 ? ["question", language] : ["phrasings", language, index];
}

function reportUnknownLanguages(
  file: YamlFile,
  path: Path,
  given: Value | undefined,
  known: readonly Language[],
): void {
  for (const language of Object.keys(given ?? {})) {
    if (known.includes(language)) continue;
    file.reportKey(
      [...path, language],
      "unknown-language",
      `"${language}" is not among the languages of bot.yaml.`,
      `Write ${listed(known)}, add it there, or remove this.`,
    );
  }
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}

/** What is there but broken has been reported already. */
export function isAbsent(file: YamlFile, path: Path): boolean {
  return file.document.getIn(path) === undefined;
}

function checkLinks(file: YamlFile, path: Path, text: string): void {
  for (const link of linksIn(text)) {
    const fault = faultOfLink(link);
    if (fault) file.report(path, "bad-link", `The link ${link} ${fault.reason}.`, fault.remedy);
  }
}

export function part(value: Value | undefined, key: string): Value | undefined {
  if (value === undefined || typeof value === "string" || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, key) ? value[key] : undefined;
}
