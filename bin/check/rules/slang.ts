// Lines of words.yaml under `slang` that do nothing, or not what they seem to.
import { normalise } from "../../../functions/webhook/matching/normalise.ts";
import { standardise } from "../../../functions/webhook/matching/words.ts";
import type { FaqText } from "../faq-texts.ts";
import { about, quote, type Rule } from "../rule.ts";
import { inRole, type Subject } from "../subject.ts";

const formOf = ({ path }: FaqText) => String(path[1]);

const idleSlang: Rule = {
  name: "idle-slang",
  why: "The line changes nothing in what the bot reads, so the author meant something else.",
  remedy: "Correct the line, or remove it.",
  bad: "slang:\n  Foto: foto   # capitals make no difference",
  good: "slang:\n  poto: foto",
  *find({ texts }) {
    for (const text of inRole(texts, "standard")) {
      const form = normalise(formOf(text)).join(" ");
      if (form === "") {
        yield about(text, `"${formOf(text)}" has no letters or digits, so it never occurs.`);
      } else if (form === normalise(text.text).join(" ")) {
        yield about(text, `"${formOf(text)}" is read as "${form}" in any case.`);
      }
    }
  },
};

const repeatedSlang: Rule = {
  name: "repeated-slang",
  why: "Two lines for forms that are read alike: only the later one counts.",
  remedy: "Keep one of the lines.",
  bad: "slang:\n  ga': tidak\n  GA: gadai",
  good: "slang:\n  ga': tidak",
  *find({ words, texts }) {
    const first = new Map<string, string>();
    const file = inRole(texts, "standard")[0]?.file;
    for (const [form, standard] of file ? words.slang : []) {
      const key = normalise(form).join(" ");
      const same = first.get(key);
      if (same === undefined) first.set(key, form);
      else if (file && key !== "" && words.slang.get(same) !== standard) {
        yield {
          file,
          path: ["slang", form],
          message: `"${form}" is read like "${same}" above, which stands for ${quote(words.slang.get(same) ?? "")}.`,
        };
      }
    }
  },
};

const chainedSlang: Rule = {
  name: "chained-slang",
  why: "Slang is replaced once, so slang in the standard form is left as it is.",
  remedy: "Write the standard words.",
  bad: "slang:\n  ngk: gak\n  gak: tidak",
  good: "slang:\n  ngk: tidak\n  gak: tidak",
  *find({ texts, lexicon }) {
    for (const text of inRole(texts, "standard")) {
      const words = normalise(text.text);
      const further = standardise(words, lexicon).join(" ");
      if (further === words.join(" ")) continue;
      const isCircle = further === normalise(formOf(text)).join(" ");
      yield about(
        text,
        `"${formOf(text)}" becomes "${text.text}", which is slang too.`,
        further === "" || isCircle ? undefined : `Write "${further}".`,
      );
    }
  },
};

const unusedSlang: Rule = {
  name: "unused-slang",
  why: "No sentence or concept has these standard words, or words that share a stem with them, so reading the slang leads nowhere.",
  remedy: "Correct the standard words, or remove the line.",
  bad: "slang:\n  lndry: laundry   # the FAQ never speaks of laundry",
  good: "slang:\n  bk: buku",
  *find(faq) {
    if (!faq.isWhole) return;
    const known = knownStems(faq);
    for (const text of inRole(faq.texts, "standard")) {
      const words = standardise(normalise(text.text), faq.lexicon);
      if (words.length === 0 || words.some((word) => stemsOf(word).some((stem) => known.has(stem))))
        continue;
      yield about(
        text,
        `"${formOf(text)}" is read as ${quote(text.text)}, which occurs nowhere in this FAQ.`,
      );
    }
  },
};

/** So many letters in a row are what a word shares with others of its stem: setuju, disetujui. */
const stemLetters = 5;

/** The runs of letters in a word, or the word itself where it is short. */
function stemsOf(word: string): string[] {
  if (word.length <= stemLetters) return [word];
  const count = word.length - stemLetters + 1;
  return Array.from({ length: count }, (_, at) => word.slice(at, at + stemLetters));
}

function knownStems({ texts, standard, lexicon }: Subject): Set<string> {
  const words = new Set<string>();
  for (const text of inRole(texts, "question", "phrasing", "smalltalk", "offtopic")) {
    for (const word of standard(text)) words.add(word);
  }
  for (const form of lexicon.concepts.list().keys()) {
    for (const word of form.split(" ")) words.add(word);
  }
  return new Set([...words].flatMap((word) => [word, ...stemsOf(word)]));
}

export const slangRules: readonly Rule[] = [idleSlang, repeatedSlang, chainedSlang, unusedSlang];
