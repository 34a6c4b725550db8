// A message becomes a match: the pipeline in one page.
import type { Language } from "../faq/faq.ts";
import { confidenceOf } from "./confidence.ts";
import type { Corrector } from "./correct.ts";
import { favourYoung } from "./favour.ts";
import { createLanguageIdentifier } from "./language.ts";
import { scoresOf } from "./linear.ts";
import { createWordReader, isOwnWord } from "./message-words.ts";
import type { Model } from "./model.ts";
import { createVectorizer } from "./vector.ts";
import { type Lexicon, readingOf, rememberLexicon } from "./words.ts";

export interface Candidate {
  readonly entry: string;
  /** How likely it is this entry, if it is any; all candidates' sum is 1. */
  readonly score: number;
}

export interface Match {
  readonly language: Language;
  /** False for a message without a single word: emoji, dots, nothing. */
  readonly hasWords: boolean;
  /** The likeliest entries, best first. */
  readonly candidates: readonly Candidate[];
  /** How likely the message asks about the FAQ's subject at all, 0 to 1. */
  readonly subject: number;
  /** How likely the right entry is among the best three: subject · the sum of their scores. */
  readonly reach: number;
  /** The likeliest kind of small talk, and how likely it is small talk at all. */
  readonly smalltalk: { readonly kind: string; readonly score: number } | undefined;
  /** How likely the best candidate is right: subject · its score. */
  readonly confidence: number;
}

export interface Matcher {
  readonly model: Model;
  /** Any text at all; `hint` is the language expected where the text doesn't tell. */
  match(text: string, hint?: Language): Match;
}

const maxCandidates = 5;

/**
 *     text → guard → excerpt → normalise → slang ─┬→ features ─┐
 *                                                 └→ correct → features → mean → classifier ─┐
 *                                                                     match ← favour ←───────┘
 */
export function createMatcher(model: Model, lexicon: Lexicon, corrector?: Corrector): Matcher {
  const isOwn = (word: string) => isOwnWord(word, model);
  const words = rememberLexicon(lexicon, isOwn);
  const readWords = createWordReader(model, words, corrector);
  const languageOf = createLanguageIdentifier(model.languages, model.language, isOwn);
  const vectorize = createVectorizer(model.space, isOwn);
  const read = (standard: readonly string[]) => readingOf(standard, words);

  return {
    model,
    match(text, hint) {
      const { typed, standard, corrected } = readWords(text);
      const readings = (corrected ? [standard, corrected] : [standard]).map(read);
      const scores = scoresOf(vectorize(...readings), model.classifier);
      favourYoung(scores, model.classifier.bias, model.favour);
      return {
        language: languageOf(typed, hint),
        hasWords: typed.length > 0,
        ...interpret(scores, model),
      };
    },
  };
}

function interpret(
  scores: Float64Array,
  { entries, smalltalk }: Model,
): Pick<Match, "candidates" | "subject" | "reach" | "smalltalk" | "confidence"> {
  const count = entries.length;
  const { classes, entries: chances, subject, reach, confidence } = confidenceOf(scores, count);
  const candidates = highest(maxCandidates, chances).map((at) => ({
    entry: entries[at] as string,
    score: chances[at] as number,
  }));
  const talk = classes.subarray(count, count + smalltalk.length);
  const [likeliest = -1] = highest(1, talk);
  const kind = smalltalk[likeliest];
  return {
    candidates,
    subject,
    reach,
    confidence,
    smalltalk: kind === undefined ? undefined : { kind, score: talk.reduce((a, b) => a + b, 0) },
  };
}

/** The places of the highest values, highest first; of equals, the first. */
function highest(count: number, values: Float64Array): number[] {
  const places: number[] = [];
  const isHigher = (value: number, rank: number) =>
    value > (values[places[rank] as number] as number);
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number;
    if (places.length === count && !isHigher(value, count - 1)) continue;
    if (places.length < count) places.push(at);
    let rank = places.length - 1;
    for (; rank > 0 && isHigher(value, rank - 1); rank--) places[rank] = places[rank - 1] as number;
    places[rank] = at;
  }
  return places;
}
