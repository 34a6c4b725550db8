// Letters that are not what they look like, and letters that a wrong encoding has made of others.
import { learntRoles, shownRoles } from "../faq-texts.ts";
import { aboutEach, type Rule } from "../rule.ts";

const mixedScripts: Rule = {
  name: "mixed-scripts",
  why: "A letter of another alphabet looks right, but no search and no screen reader takes it so.",
  remedy: "Type the word anew.",
  bad: "answer:\n  en: Wh\u0430tsApp is open.   # its first a is a Cyrillic letter",
  good: "answer:\n  en: WhatsApp is open.",
  *find({ texts }) {
    for (const text of texts) {
      if (!otherAlphabets.test(text.text)) continue;
      if (!shownRoles.has(text.role) && !learntRoles.has(text.role)) continue;
      for (const finding of aboutEach(text, words, sayMixed)) {
        if (isMixed(finding.piece?.text ?? "")) yield finding;
      }
    }
  },
};

/** Alphabets with twins of Latin letters. */
const otherAlphabets = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;
const foreign = new RegExp(otherAlphabets, "gu");
const words = /[\p{L}\p{M}]+/gu;

const isMixed = (word: string) => /\p{Script=Latin}/u.test(word) && otherAlphabets.test(word);
const sayMixed = (word: string) =>
  `"${word}" has letters of two alphabets: "${[...new Set(word.match(foreign))].join("")}" is not Latin.`;

const brokenEncoding: Rule = {
  name: "broken-encoding",
  why: "The text was read in a wrong encoding once, and people would see such letters.",
  remedy: "Type the word anew, and save the file as UTF-8.",
  bad: "answer:\n  en: Itâ€™s open, cafÃ© included.",
  good: "answer:\n  en: It's open, café included.",
  *find({ texts }) {
    for (const text of texts) {
      yield* aboutEach(text, garbled, (found) => `"${found}" stands for another letter.`);
    }
  },
};

/** What UTF-8's accents, quotes, dashes and emoji become when they are read as Windows-1252. */
const garbled = /[ÂÃ][\u0080-\u00bf]|â(?:€.|\u0080.)|ðŸ../gu;

export const letterRules: readonly Rule[] = [mixedScripts, brokenEncoding];
