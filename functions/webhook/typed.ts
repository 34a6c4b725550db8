// What a person types to choose where there are no buttons: a number for an entry, a letter for a topic.
import type { Choice } from "./choice.ts";
import type { Language } from "./faq/faq.ts";
import type { PublishedFaq } from "./faq/published.ts";
import { guard } from "./matching/guard.ts";

export interface TypedKeys {
  /** Entry 7 is 7 in the first language and, say, 107 in the second: nothing else tells them apart. */
  ofEntry(entryNumber: number, language: Language): string;
  /** A, B, C … by the category's place in the menu; each language goes on in the alphabet. */
  ofCategory(place: number, language: Language): string;
  /** The choice that a typed key names. People also type an entry's own number in any language. */
  read(text: string, hint?: Language): Choice | undefined;
}

/** With room for a dot, a hash sign or a keycap around the key, and for spaces. */
const maxTypedUnits = 20;

/** What people write before the key: they are told to "reply 14", and some do to the letter. */
const verb = "(?:(?:balas|ketik|jawab|pilih|nomor|nomer|no|reply|type|number)[\\p{P}\\s]+)?";

/** What people put before a key; not what smileys and sums begin with, as in ":D", "<3" or "+1". */
const before = "[\\s#*_~\"'(\\[«“‘.–-]*";

const typedForm = new RegExp(
  `^${before}${verb}(?:(?<digits>\\d{1,6})|(?<letter>[a-z]))[\\p{P}\\p{S}\\p{M}\\s]*$`,
  "iu",
);

const firstLetter = "A".charCodeAt(0);
const letters = 26;

export function createTypedKeys({ bot, entries }: PublishedFaq): TypedKeys {
  const categories = [...bot.categories.keys()];
  const byNumber = new Map(entries.map((entry) => [entry.number, entry]));
  /** The power of ten above the highest number. */
  const step = 10 ** String(Math.max(0, ...byNumber.keys())).length;
  const placeOf = (language: Language) => Math.max(0, bot.languages.indexOf(language));
  /** Where the alphabet is too short for another language, its letters don't tell it. */
  const firstPlaceOf = (language: Language) => {
    const from = placeOf(language) * categories.length;
    return from + categories.length <= letters ? from : 0;
  };

  return {
    ofEntry: (entryNumber, language) => String(entryNumber + placeOf(language) * step),
    ofCategory: (place, language) =>
      String.fromCharCode(firstLetter + firstPlaceOf(language) + place),
    read(text, hint = bot.languages[0]) {
      if (text.length > maxTypedUnits) return undefined;
      const { digits, letter } = typedForm.exec(guard(text))?.groups ?? {};
      if (letter) {
        const at = letter.toUpperCase().charCodeAt(0) - firstLetter;
        const category = categories[at % categories.length];
        const isFirst = at < categories.length;
        const language = isFirst ? hint : bot.languages[Math.floor(at / categories.length)];
        if (!category || !language || (!isFirst && firstPlaceOf(language) === 0)) return undefined;
        return { kind: "category", category, from: 0, language };
      }
      const typed = Number(digits);
      const entry = byNumber.get(typed % step);
      const language = typed < step ? hint : bot.languages[Math.floor(typed / step)];
      return entry && language ? { kind: "entry", entry: entry.id, language } : undefined;
    },
  };
}
