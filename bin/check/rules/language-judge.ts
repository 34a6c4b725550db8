// Whether a text is in the language that it stands under: by the words of all the others.
import type { Language } from "../../../functions/webhook/faq/faq.ts";
import type { FaqText } from "../faq-texts.ts";

/** Of texts with fewer known words than these nothing is said. */
const fewestWords = 4;
/** Another language must be e^this as likely, to its last word. */
const surely = 9;
/** … and so in the mean of the words: a long text gathers much from a few names. */
const surelyEach = 1.2;
/** A language that is itself hardly known can't be told from another. */
const fewestTexts = 20;

/**
 * Naive Bayes over whole words, each text judged without its own: a language's name if the text
 * surely belongs there rather than where it stands.
 */
export function createLanguageJudge(
  texts: readonly FaqText[],
  wordsOf: (text: FaqText) => readonly string[],
): (text: FaqText) => Language | undefined {
  const languages = [...new Set(texts.map(({ language }) => language ?? ""))];
  const indexOf = new Map(languages.map((language, index) => [language, index]));
  const sizes = languages.map(() => 0);
  const totals = languages.map(() => 0);
  const rows = new Map<string, number[]>();
  for (const text of texts) {
    const at = indexOf.get(text.language ?? "") ?? 0;
    add(sizes, at, 1);
    for (const word of new Set(wordsOf(text))) {
      let row = rows.get(word);
      if (!row) {
        row = languages.map(() => 0);
        rows.set(word, row);
      }
      add(row, at, 1);
      add(totals, at, 1);
    }
  }

  return (text) => {
    const own = indexOf.get(text.language ?? "") ?? 0;
    if ((sizes[own] ?? 0) < fewestTexts) return undefined;
    const words = [...new Set(wordsOf(text))];
    if (words.length < fewestWords) return undefined;
    const needed = Math.max(surely, surelyEach * words.length);
    let best: Language | undefined;
    let bestLead = needed;
    for (const [other, language] of languages.entries()) {
      if (other === own || (sizes[other] ?? 0) < fewestTexts) continue;
      let lead = 0;
      let known = 0;
      for (const word of words) {
        const row = rows.get(word);
        const count = row?.[other] ?? 0;
        if (count > 0) known += 1;
        lead += Math.log(count + unseen) - Math.log((row?.[own] ?? 1) - 1 + unseen);
      }
      lead +=
        words.length * Math.log((totals[own] ?? 0) - words.length + unseen * rows.size) -
        words.length * Math.log((totals[other] ?? 0) + unseen * rows.size);
      if (known >= fewestWords && lead > bestLead) [best, bestLead] = [language, lead];
    }
    return best;
  };
}

/** What a word counts that was never seen. */
const unseen = 0.5;

function add(numbers: number[], at: number, more: number): void {
  numbers[at] = (numbers[at] ?? 0) + more;
}
