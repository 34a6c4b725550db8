// Texts that don't say the same in every language.
import type { Language } from "../../../functions/webhook/faq/faq.ts";
import type { FaqText } from "../faq-texts.ts";
import { about, type Rule } from "../rule.ts";
import { inRole, isOfBot } from "../subject.ts";

const translatedRoles = ["question", "short", "answer", "message", "reply", "category"] as const;
/** Names such as "WhatsApp Pay" are the same in every language. */
const wordsOfAName = 2;

const notTranslated: Rule = {
  name: "not-translated",
  why: "The same text in two languages means that one of them was copied and never translated.",
  remedy: "Translate it.",
  bad: "answer:\n  id: Five books at a time.\n  en: Five books at a time.",
  good: "answer:\n  id: Lima buku sekaligus.\n  en: Five books at a time.",
  *find({ texts, bot }) {
    const first = new Map<string, FaqText>();
    for (const text of inRole(texts, ...translatedRoles)) {
      if (text.text.split(/\s+/).length <= wordsOfAName || !isOfBot(text, bot)) continue;
      const home = text.path.slice(0, text.path.lastIndexOf(text.language ?? ""));
      const key = `${text.file.path} ${home.join(".")} ${text.text}`;
      const same = first.get(key);
      if (same) {
        yield about(text, `This text is the same in "${same.language}" and "${text.language}".`);
      } else first.set(key, text);
    }
  },
};

const figuresDiffer: Rule = {
  name: "figures-differ",
  why: "A date or an amount was changed in one language and forgotten in another.",
  remedy: "Compare both answers with the sources, and correct the one that is out of date.",
  bad: "answer:\n  id: Denda 2.000 rupiah per hari.\n  en: The fine is 1,500 rupiah a day.",
  good: "answer:\n  id: Denda 2.000 rupiah per hari.\n  en: The fine is 2,000 rupiah a day.",
  *find({ entries, bot }) {
    for (const { texts } of entries) {
      const [first, ...others] = inRole(texts, "answer").filter((text) => isOfBot(text, bot));
      for (const other of first ? others : []) {
        yield* figuresMissing(other, first);
        yield* figuresMissing(first, other);
      }
    }
  },
};

function* figuresMissing(text: FaqText | undefined, other: FaqText | undefined) {
  if (!text || !other) return;
  const known = new Set(figuresIn(other.text).map(({ figure }) => figure));
  for (const { figure, written, index } of figuresIn(text.text)) {
    if (known.has(figure)) continue;
    known.add(figure);
    yield {
      file: text.file,
      path: text.path,
      piece: { text: written, index },
      message: `The figure ${written} does not stand in the answer in "${other.language}".`,
    };
  }
}

/** Figures of two digits or more: one of a single digit is often a word in another language. */
function figuresIn(text: string) {
  const withoutLinks = text.replace(/https?:\/\/\S+/g, (link) => " ".repeat(link.length));
  return [...withoutLinks.matchAll(/(?<![\p{L}\d])\d+(?:[.,]\d+)*(?!\d)/gu)]
    .map(({ 0: written, index }) => ({ figure: written.replace(/[.,]/g, ""), written, index }))
    .filter(({ figure }) => figure.length > 1);
}

/** Of shorter answers, one may well need half the words. */
const longEnough = 150;

const halfTranslated: Rule = {
  name: "half-translated",
  why: "An answer of half the length in one language leaves something out that the other one tells.",
  remedy: "Say the same in both languages.",
  bad: "answer:\n  id: [… three paragraphs …]\n  en: We open at nine.",
  good: "answer:\n  id: [… three paragraphs …]\n  en: [… three paragraphs …]",
  *find({ entries, bot }) {
    for (const { texts } of entries) {
      const answers = inRole(texts, "answer").filter((text) => isOfBot(text, bot));
      const lengths = new Map<Language, number>(
        answers.map(({ text, language = "" }) => [language, [...text].length]),
      );
      const longest = Math.max(...lengths.values());
      for (const text of answers) {
        const length = lengths.get(text.language ?? "") ?? 0;
        if (longest < longEnough || length * 2 >= longest) continue;
        yield about(
          text,
          `This answer has ${length} characters; in another language it has ${longest}.`,
        );
      }
    }
  },
};

export const translationRules: readonly Rule[] = [notTranslated, figuresDiffer, halfTranslated];
