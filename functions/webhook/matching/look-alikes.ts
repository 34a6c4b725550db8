// Letters and digits that pass for Latin letters, read as the letters that they look like.

const twins: Readonly<Record<string, string>> = {
  // Cyrillic
  ...{ а: "a", в: "b", с: "c", е: "e", һ: "h", н: "h", і: "i", ј: "j", к: "k", м: "m", о: "o" },
  ...{ р: "p", ѕ: "s", т: "t", у: "y", х: "x", ԁ: "d", ԛ: "q", ԝ: "w", г: "r", и: "u" },
  // Greek
  ...{ α: "a", β: "b", ε: "e", η: "n", ι: "i", κ: "k", ν: "v", ο: "o", ρ: "p", τ: "t", υ: "u" },
  ...{ χ: "x", γ: "y", ω: "w" },
  // Armenian
  ...{ ց: "g", հ: "h", ո: "n", օ: "o", զ: "q", ս: "u", ա: "w" },
  // Latin letters without a decomposition
  ...{ ı: "i", ɑ: "a", ɡ: "g", ɩ: "i", ł: "l", ø: "o", đ: "d", ħ: "h", ŧ: "t" },
};

const digitTwins: Readonly<Record<string, string>> = {
  ...{ 0: "o", 1: "i", 3: "e", 4: "a", 5: "s", 7: "t", 8: "b", 9: "g" },
};

/**
 * Only in a text that has Latin letters too: there, another script's letter is out of place. To
 * read them as nothing would lose a word such as "not", and turn a question into its opposite.
 * So a FAQ in another script would be spoilt by one Latin word in a question.
 */
export function withoutLookAlikes(text: string): string {
  if (!/[a-z]/.test(text)) return text;
  return text
    .replace(otherLetters, (letter) => twins[letter] ?? letter)
    .replace(digitsInWords, (digit) => digitTwins[digit] ?? digit);
}

const otherLetters = new RegExp(`[${Object.keys(twins).join("")}]`, "gu");
/** A digit alone among letters; two together are a number. */
const digitsInWords = /(?<=[a-z])[01345789](?!\d)|(?<![\d\p{L}])[01345789](?=[a-z])/gu;
