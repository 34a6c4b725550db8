// One language that lags behind another, or stands in its place.
import { defaultLabels, defaultMessages } from "../../../functions/webhook/faq/defaults.ts";
import { labelNames, messageNames } from "../../../functions/webhook/faq/faq.ts";
import { numbered } from "../../numbered.ts";
import type { FaqText } from "../faq-texts.ts";
import { about, quote, type Rule } from "../rule.ts";
import { byLanguage, inRole, isOfBot } from "../subject.ts";
import { createLanguageJudge } from "./language-judge.ts";

/** With fewer phrasings than these, `few-phrasings` speaks. */
const fewest = 5;

const languageBehind: Rule = {
  name: "language-behind",
  why: "Who asks in the language with fewer phrasings is understood less often.",
  remedy: "Add ways of asking in that language; don't translate the others word by word.",
  bad: "phrasings:\n  id: [… 30 ways of asking …]\n  en: [… 6 ways of asking …]",
  good: "phrasings:\n  id: [… 30 ways of asking …]\n  en: [… 20 ways of asking …]",
  *find({ entries, bot }) {
    for (const { file, texts } of entries) {
      const groups = byLanguage(inRole(texts, "phrasing"), bot.languages);
      const counts = [...groups].map(([language, { length }]) => ({ language, length }));
      const richest = counts.toSorted((a, b) => b.length - a.length)[0];
      for (const { language, length } of counts) {
        if (!richest || length < fewest || length * 3 >= richest.length) continue;
        yield {
          file,
          path: ["phrasings", language],
          message: `"${language}" has ${numbered(length, "phrasing")}, "${richest.language}" has ${richest.length}.`,
        };
      }
    }
  },
};

const judgedRoles = ["phrasing", "question", "answer", "smalltalk", "message", "reply"] as const;

const wrongLanguage: Rule = {
  name: "wrong-language",
  why: "The bot learns from these lists which language is which, and then answers in the wrong one.",
  remedy: 'Move it to its language, or to "mixed" if it mixes both.',
  bad: "phrasings:\n  id:\n    - can someone else read my messages",
  good: "phrasings:\n  en:\n    - can someone else read my messages",
  *find({ texts, bot, typed }) {
    const judged = inRole(texts, ...judgedRoles).filter((text) => isOfBot(text, bot));
    const judge = createLanguageJudge(judged, typed);
    const copies = copiesAmong(judged);
    for (const text of judged) {
      if (copies.has(text)) continue;
      const other = judge(text);
      if (other === undefined) continue;
      yield about(
        text,
        `${quote(text.text)} stands under "${text.language}" but reads like "${other}".`,
        text.role === "phrasing" ? undefined : `Write it in "${text.language}".`,
      );
    }
  },
};

/** What stands in two languages of a file, of which `not-translated` speaks. */
function copiesAmong(texts: readonly FaqText[]): Set<FaqText> {
  const first = new Map<string, FaqText>();
  const copies = new Set<FaqText>();
  for (const text of texts) {
    const key = `${text.file.path} ${text.text}`;
    const same = first.get(key);
    if (!same) first.set(key, text);
    else if (same.language !== text.language) copies.add(same).add(text);
  }
  return copies;
}

const defaultWords: Rule = {
  name: "default-words",
  why: "Where the bot has no words of its own in a language, it speaks English to those people.",
  remedy: "Write these texts in bot.yaml, in every language.",
  bad: "languages: [jv]   # and no messages",
  good: 'languages: [jv]\nmessages:\n  fallback: {jv: "Nyuwun pangapunten, kula mboten gadhah wangsulanipun."}\n  # … and the others',
  *find({ entries, texts, bot }) {
    const file = inRole(texts, "name", "message", "label")[0]?.file ?? undefined;
    const botFile = file ?? texts.find(({ file: { path } }) => path === "bot.yaml")?.file;
    if (!botFile || entries.length === 0) return;
    const given = new Set(
      inRole(texts, "message", "label").map(({ path }) => `${path[0]}.${path[1]}`),
    );
    for (const [index, language] of bot.languages.entries()) {
      if (hasDefaults(language)) continue;
      const missing = [
        ...messageNames.map((name) => `messages.${name}`),
        ...labelNames.map((name) => `labels.${name}`),
      ].filter((name) => !given.has(name));
      if (missing.length === 0) continue;
      yield {
        file: botFile,
        path: ["languages", index],
        message: `In "${language}" the bot says ${numbered(missing.length, "text")} in English: ${missing.join(", ")}.`,
      };
    }
  },
};

/** True of the languages that Jelas itself brings words in. */
function hasDefaults(language: string): boolean {
  const own = { ...defaultMessages([language]), ...defaultLabels([language]) };
  const english = { ...defaultMessages(["en"]), ...defaultLabels(["en"]) };
  return language === "en" || messageNames.some((name) => own[name][language] !== english[name].en);
}

export const languageRules: readonly Rule[] = [languageBehind, wrongLanguage, defaultWords];
