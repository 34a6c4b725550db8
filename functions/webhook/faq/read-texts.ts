// Texts in several languages, as every file of a FAQ has them.
import type { Bot, Language, Phrasing, Texts } from "./faq.ts";
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
  for (const language of Object.keys(given as Record<string, Value>)) {
    if (!languages.includes(language)) {
      file.report(
        [...path, language],
        "unknown-language",
        `"${language}" is not among the languages of bot.yaml.`,
        "Add it there, or remove this line.",
      );
    }
  }
  const text = (language: Language): string => {
    const found = part(given, language);
    if (typeof found === "string") return found;
    // A text that was there but broken has been reported already.
    if (file.document.getIn([...path, language]) === undefined) {
      file.report(
        path,
        "missing-language",
        `"${path.join(".")}" has no text in "${language}".`,
        `Add "${language}:" under it.`,
      );
    }
    return fallback?.[language] ?? "";
  };
  return Object.fromEntries(languages.map((language) => [language, text(language)]));
}

export function readPhrasings(
  given: Value | undefined,
  path: Path,
  languages: Bot["languages"],
  file: YamlFile | undefined,
): Phrasing[] {
  const byLanguage = Object.entries((given ?? {}) as Record<string, Value>);
  for (const [language] of byLanguage) {
    if (language !== "mixed" && !languages.includes(language)) {
      file?.report(
        [...path, language],
        "unknown-language",
        `"${language}" is not among the languages of bot.yaml.`,
        "Add it there, or move these lines.",
      );
    }
  }
  for (const language of languages) {
    if (part(given, language) === undefined) {
      file?.report(
        path,
        "missing-language",
        `There are no phrasings in "${language}".`,
        `Add "${language}:" with ways of asking.`,
        "warning",
      );
    }
  }
  return byLanguage.flatMap(([language, texts]) =>
    (texts as string[]).map((text) => ({ language, text })),
  );
}

export function sameInAll(text: string, languages: Bot["languages"]): Texts {
  return Object.fromEntries(languages.map((language) => [language, text]));
}

export function part(value: Value | undefined, key: string): Value | undefined {
  if (value === undefined || typeof value === "string" || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, key) ? value[key] : undefined;
}
