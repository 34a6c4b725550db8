// Ways of asking that teach the bot too little: too few of them, or always the same words.
import { hashInto, startHash } from "../../../functions/webhook/matching/hash.ts";
import { numbered } from "../../numbered.ts";
import type { FaqText } from "../faq-texts.ts";
import { about, type Finding, quote, type Rule, whereIs } from "../rule.ts";
import { byLanguage, inRole, type Subject } from "../subject.ts";

const fewest = 5;
/** Of fewer phrasings than these it can't be told that they are too alike. */
const enoughToCompare = 4;

const fewPhrasings: Rule = {
  name: "few-phrasings",
  why: "The bot knows a question by the ways of asking that it has seen; with very few it guesses.",
  remedy: "Add ways of asking that other people would choose, with other words, short and long.",
  bad: "phrasings:\n  en:\n    - opening hours\n    - when do you open",
  good: "phrasings:\n  en:\n    - opening hours\n    - when do you open\n    - are you there on sundays\n    - until what time can I come\n    - is it closed today",
  *find({ entries, bot, typed }) {
    for (const { file, texts } of entries) {
      const groups = byLanguage(inRole(texts, "question", "phrasing"), bot.languages);
      for (const [language, asked] of groups) {
        if (!asked.some(({ role }) => role === "phrasing")) continue;
        const count = new Set(asked.map((text) => typed(text).join(" "))).size;
        if (count >= fewest) continue;
        yield {
          file,
          path: ["phrasings", language],
          message: `There ${count === 1 ? "is" : "are"} only ${numbered(count, "way")} of asking in "${language}", the canonical question counted.`,
          remedy: `Add ${fewest - count} or more that use other words.`,
        };
      }
    }
  },
};

const alikePhrasings: Rule = {
  name: "alike-phrasings",
  why: "Phrasings that differ in a word or a particle teach the bot little more than one of them.",
  remedy: "Keep one or two, and ask the same with other words, as other people would.",
  bad: "phrasings:\n  en:\n    - when do you open\n    - when do you open please\n    - when do you open today\n    - so when do you open",
  good: "phrasings:\n  en:\n    - when do you open\n    - opening hours\n    - are you there on sundays\n    - until what time can I come",
  *find(faq) {
    for (const { file, texts } of faq.entries) {
      for (const [language, asked] of byLanguage(inRole(texts, "phrasing"), faq.bot.languages)) {
        if (asked.length < enoughToCompare) continue;
        const alike = countAlike(asked, faq);
        if (alike <= asked.length / 2) continue;
        yield {
          file,
          path: ["phrasings", language],
          message: `${alike} of the ${asked.length} ways of asking in "${language}" differ from another one in a word at most.`,
        };
      }
    }
  },
};

/**
 * How many texts have the same words as another one but for one: two such texts are the same once
 * a word is left out of one of them, or of both. Words are added up as numbers, so that leaving one
 * out is a subtraction.
 */
function countAlike(texts: readonly FaqText[], { standard }: Subject): number {
  const firstWith = new Map<number, FaqText>();
  const alike = new Set<FaqText>();
  for (const text of texts) {
    const words = standard(text).map((word) => hashInto(start, word) >>> 0);
    const sum = words.reduce((a, b) => a + b, 0);
    const shorter = words.length < 3 ? [] : words.map((word) => sum - word);
    for (const key of new Set([sum, ...shorter])) {
      const first = firstWith.get(key);
      if (first) alike.add(first).add(text);
      else firstWith.set(key, text);
    }
  }
  return alike.size;
}

const start = startHash("word");

const sameWords: Rule = {
  name: "same-words",
  why: "Once slang is read as standard words, both phrasings are one, so the second teaches nothing.",
  remedy: "Keep one of them, or say it with other words.",
  bad: "- wa pay\n- whatsapp pay   # words.yaml reads wa as whatsapp",
  good: "- wa pay\n- send money in the chat",
  *find({ entries, standard, typed }) {
    for (const { texts } of entries) {
      const first = new Map<string, FaqText>();
      for (const text of inRole(texts, "question", "phrasing")) {
        const words = standard(text).length > 0 ? standard(text) : typed(text);
        // In another language the same words still teach which language they are.
        const key = `${text.language}: ${words.join(" ")}`;
        const same = first.get(key);
        if (same === undefined || words.length === 0) first.set(key, text);
        else if (same.text !== text.text) yield sameAs(text, same);
      }
    }
  },
};

const sameAs = (text: FaqText, same: FaqText): Finding =>
  about(text, `${quote(text.text)} has the same words as ${quote(same.text)} in ${whereIs(same)}.`);

const noWords: Rule = {
  name: "no-words",
  why: "A text of marks or emoji alone has no word that the bot could learn, or that people could read.",
  remedy: "Write it in words, or remove it.",
  bad: 'phrasings:\n  en:\n    - "???"',
  good: "phrasings:\n  en:\n    - when do you open???",
  *find({ texts }) {
    for (const text of inRole(texts, "question", "short", "answer", "phrasing")) {
      if (/[\p{L}\p{N}]/u.test(text.text)) continue;
      yield about(text, `There is no word in ${quote(text.text)}.`);
    }
  },
};

export const phrasingRules: readonly Rule[] = [fewPhrasings, alikePhrasings, sameWords, noWords];
