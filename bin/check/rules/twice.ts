// The same thing in two places where it can only belong to one.
import { comparable } from "../../../functions/webhook/faq/repeated.ts";
import { findConcepts } from "../../../functions/webhook/matching/words.ts";
import { likenessOf } from "../../likeness.ts";
import type { FaqText } from "../faq-texts.ts";
import { about, quote, type Rule, whereIs } from "../rule.ts";
import { inRole, type Subject } from "../subject.ts";
import { findNearlyTheSame } from "./nearly-the-same.ts";

const taughtTwice: Rule = {
  name: "taught-twice",
  why: "The bot is taught that the same words mean two things, so it is never sure of either.",
  remedy: "Keep the sentence in the place where it belongs, and remove it from the other.",
  bad: "# offtopic.yaml\nweather:\n  - are you open in the rain   # also a phrasing of opening-hours",
  good: "# offtopic.yaml\nweather:\n  - will it rain tomorrow",
  *find({ texts, standard }) {
    const first = new Map<string, FaqText>();
    for (const role of ["question", "phrasing", "smalltalk", "offtopic"] as const) {
      for (const text of inRole(texts, role)) {
        const key = standard(text).join(" ");
        const same = first.get(key);
        if (same === undefined || key === "") first.set(key, text);
        else if (meaningOf(same) !== meaningOf(text) && !isReadersBusiness(text, same)) {
          yield about(
            text,
            `${quote(text.text)} is taught as ${meaningOf(text)}, but the same words are ${meaningOf(same)} in ${whereIs(same)}.`,
          );
        }
      }
    }
  },
};

function meaningOf({ role, file, path }: FaqText): string {
  if (role === "smalltalk") return `small talk "${path[1]}"`;
  if (role === "offtopic") return "off-topic";
  return `a question of ${file.path}`;
}

/** The reader refuses the very same text under two entries. */
function isReadersBusiness(text: FaqText, same: FaqText): boolean {
  const isAsked = [text, same].every(({ role }) => role === "question" || role === "phrasing");
  return isAsked && comparable(text.text) === comparable(same.text);
}

const repeatedSentence: Rule = {
  name: "repeated-sentence",
  why: "A sentence that stands twice is learnt once; the second only makes the file longer.",
  remedy: "Remove one of them.",
  bad: "# offtopic.yaml\nweather:\n  - will it rain\n  - Will it rain?",
  good: "# offtopic.yaml\nweather:\n  - will it rain\n  - how hot is it today",
  *find({ texts, typed }) {
    const first = new Map<string, FaqText>();
    for (const text of inRole(texts, "smalltalk", "offtopic")) {
      const words = typed(text).join(" ");
      const key = `${meaningOf(text)} ${text.language}: ${words === "" ? text.text : words}`;
      const same = first.get(key);
      if (same) yield about(text, `${quote(text.text)} stands in ${whereIs(same)} too.`);
      else first.set(key, text);
    }
  },
};

const repeatedShort: Rule = {
  name: "repeated-short",
  why: "Two buttons with the same words leave people guessing which one is meant.",
  remedy: "Say in one of them what sets it apart, in 24 characters.",
  bad: "short: {en: Opening hours}   # another entry has the same",
  good: "short: {en: Opening at Christmas}",
  *find({ texts }) {
    const first = new Map<string, FaqText>();
    for (const text of inRole(texts, "short")) {
      const key = `${text.language}: ${comparable(text.text)}`;
      const same = first.get(key);
      if (same)
        yield about(text, `${quote(text.text)} is also the short title of ${whereIs(same)}.`);
      else first.set(key, text);
    }
  },
};

/** Answers with so large a share of common words say the same. */
const sameAnswer = 0.85;

const sameMeaning: Rule = {
  name: "same-meaning",
  why: "Two entries for one question share its phrasings, and the bot finds neither with certainty.",
  remedy:
    "Put both into one entry, with all their phrasings, or make the answers differ in what they tell.",
  bad: "# opening-hours.yaml\nanswer: {en: We are open from nine to five on weekdays.}\n# when-open.yaml\nanswer: {en: We are open from nine to five on all weekdays.}",
  good: "# opening-hours.yaml\nanswer: {en: We are open from nine to five on weekdays.}",
  *find(faq) {
    const told = new Set<string>();
    for (const [text, same, what] of [...alikeQuestions(faq), ...alikeAnswers(faq)]) {
      const pair = `${text.file.path} ${same.file.path}`;
      if (told.has(pair)) continue;
      told.add(pair);
      yield about(text, `${what} ${whereIs(same)}, an entry of its own.`);
    }
  },
};

type Alike = readonly [text: FaqText, same: FaqText, what: string];

/** Canonical questions with the same words and concepts, in whatever order. */
function* alikeQuestions(faq: Subject): Generator<Alike> {
  const first = new Map<string, FaqText>();
  for (const text of inRole(faq.texts, "question")) {
    const key = `${text.language}: ${meaningKey(text, faq)}`;
    const same = first.get(key);
    if (!same) first.set(key, text);
    else if (same.file !== text.file && comparable(same.text) !== comparable(text.text)) {
      yield [text, same, `${quote(text.text)} asks the same as ${quote(same.text)} in`];
    }
  }
}

function meaningKey(text: FaqText, { standard, lexicon }: Subject): string {
  let words = ` ${standard(text).join(" ")} `;
  for (const { concept, words: named } of findConcepts(standard(text), lexicon)) {
    words = words.replace(` ${named} `, ` <${concept}> `);
  }
  return words.trim().split(" ").toSorted().join(" ");
}

function* alikeAnswers({ texts }: Subject): Generator<Alike> {
  for (const [text, same] of findNearlyTheSame(inRole(texts, "answer"), isSameAnswer)) {
    yield [text, same, "This answer says nearly the same as"];
  }
}

function isSameAnswer(text: FaqText, same: FaqText): boolean {
  if (text.file === same.file || text.language !== same.language) return false;
  return likenessOf(text.text, same.text) >= sameAnswer;
}

export const twiceRules: readonly Rule[] = [
  taughtTwice,
  repeatedSentence,
  repeatedShort,
  sameMeaning,
];
