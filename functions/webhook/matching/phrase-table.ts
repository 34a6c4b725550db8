// Phrases of one or more words, each with what it stands for.
import { createLineFinder } from "./sorted-lines.ts";

export interface Phrase {
  /** The words it stands for; `undefined` of what only begins longer phrases. */
  readonly meaning: readonly string[] | undefined;
  /** The phrases that go on from it, by the word that comes next. */
  longer(): ReadonlyMap<string, Phrase>;
}

/** Phrases are words set apart by single spaces. */
export interface PhraseTable {
  /** The phrase that is this word alone, or that begins with it. */
  get(word: string): Phrase | undefined;
  /** All phrases that stand for something, in any order. */
  list(): Meanings;
}

type Meanings = ReadonlyMap<string, readonly string[]>;

interface Branch extends Phrase {
  meaning: readonly string[] | undefined;
  readonly branches: Map<string, Branch>;
}

/** A table for many questions, as training asks them. */
export function phraseTable(meanings: Meanings): PhraseTable {
  const root = branch();
  for (const [phrase, meaning] of meanings) {
    let end = root;
    for (const word of phrase.split(" ")) {
      const next = end.branches.get(word) ?? branch();
      end.branches.set(word, next);
      end = next;
    }
    end.meaning = meaning;
  }
  return { get: (word) => root.branches.get(word), list: () => meanings };
}

function branch(): Branch {
  const branches = new Map<string, Branch>();
  return { meaning: undefined, branches, longer: () => branches };
}

/**
 * The same as a text that needs no reading before it is asked: a line for each phrase, in the order
 * of their UTF-16 units, so that a phrase stands right before the longer ones that it begins:
 *
 *     akun⇥account
 *     akun saya⇥account mine
 */
export function phraseText(meanings: Meanings): string {
  const lines = [...meanings].map(([phrase, meaning]) => `${phrase}${tab}${meaning.join(tab)}\n`);
  return lines.sort((one, other) => (one < other ? -1 : 1)).join("");
}

/** A table that looks into such a text, by binary search, and walks on from what it found. */
export function phrasesIn(text: string): PhraseTable {
  const lineOf = createLineFinder(text);
  return {
    get(word) {
      const line = lineOf(word);
      const next = line < 0 ? "" : text[line + word.length];
      return next === tab || next === " " ? phraseAt(word, line, text) : undefined;
    },
    list() {
      const lines = text.split("\n").slice(0, -1);
      return new Map(
        lines.map((line) => {
          const [phrase = "", ...words] = line.split(tab);
          return [phrase, words[0] === "" ? [] : words];
        }),
      );
    },
  };
}

/** Sorts before every unit of a word, and before the space between two. */
const tab = "\t";

/** @param line where the first line starts that the phrase begins */
function phraseAt(phrase: string, line: number, text: string): Phrase {
  const end = line + phrase.length;
  const isWhole = text[end] === tab;
  const nextLine = text.indexOf("\n", end) + 1;
  let longer: ReadonlyMap<string, Phrase> | undefined;
  return {
    meaning: isWhole ? wordsOf(text.slice(end + 1, nextLine - 1)) : undefined,
    longer: () => (longer ??= longerPhrases(phrase, isWhole ? nextLine : line, text)),
  };
}

/** The words that a line sets apart by tabs. */
function wordsOf(meaning: string): string[] {
  return meaning === "" ? [] : meaning.split(tab);
}

function longerPhrases(phrase: string, from: number, text: string): Map<string, Phrase> {
  const longer = new Map<string, Phrase>();
  const beginning = `${phrase} `;
  for (let line = from; text.startsWith(beginning, line); line = text.indexOf("\n", line) + 1) {
    const start = line + beginning.length;
    let end = start;
    while (text[end] !== tab && text[end] !== " ") end++;
    const word = text.slice(start, end);
    if (!longer.has(word)) longer.set(word, phraseAt(beginning + word, line, text));
  }
  return longer;
}
