// How a message is read, what is decided and why: everything that `faq words` shows.
import type { Choice } from "../../functions/webhook/choice.ts";
import type { PublishedFaq } from "../../functions/webhook/faq/published.ts";
import { type Decision, decide } from "../../functions/webhook/matching/decide.ts";
import { createMatcher, type Match } from "../../functions/webhook/matching/matcher.ts";
import {
  createWordReader,
  isKnownWord,
  type MessageWords,
} from "../../functions/webhook/matching/message-words.ts";
import type { Model, Thresholds } from "../../functions/webhook/matching/model.ts";
import type { Trained } from "../../functions/webhook/matching/model-file.ts";
import {
  type FoundConcept,
  type FoundSlang,
  findConcepts,
  findSlang,
  readingOf,
} from "../../functions/webhook/matching/words.ts";
import { createTypedKeys } from "../../functions/webhook/typed.ts";
import { type Contribution, createExplainer } from "./contributions.ts";

/** A word that no phrasing has. */
export interface UnknownWord {
  readonly word: string;
  readonly corrected: string | undefined;
  /** The concepts that it named all the same, alone or with its neighbours. */
  readonly concepts: readonly string[];
}

export interface ExplainedEntry {
  readonly entry: string;
  /** How likely it is this entry, if it is any. */
  readonly score: number;
  /** The sum of all contributions. */
  readonly logit: number;
  readonly contributions: readonly Contribution[];
}

/** What the message may be instead of a question that the FAQ answers. */
export interface OtherClass {
  /** How likely it is that, at all. */
  readonly share: number;
  readonly logit: number;
}

export interface Explanation
  extends Pick<Match, "language" | "hasWords" | "subject" | "confidence" | "reach"> {
  /** The choice from a menu that the text is; the bot then reads no further. */
  readonly choice: Choice | undefined;
  readonly words: MessageWords;
  readonly slang: readonly FoundSlang[];
  /** In any of the readings. */
  readonly concepts: readonly FoundConcept[];
  readonly unknown: readonly UnknownWord[];
  readonly decision: Decision;
  readonly thresholds: Thresholds;
  /** The best; none for a message without words. */
  readonly entries: readonly ExplainedEntry[];
  readonly offtopic: OtherClass;
  readonly smalltalk: (OtherClass & { readonly kind: string }) | undefined;
}

/** Gives what there is to say about any text, and of the best entries as many as are wanted. */
export function createExplanations(
  faq: PublishedFaq,
  { model, lexicon }: Trained,
  explainedEntries = 3,
): (text: string) => Explanation {
  const keys = createTypedKeys(faq);
  const readWords = createWordReader(model, lexicon);
  const matcher = createMatcher(model, lexicon);
  const contributionsTo = createExplainer(model);
  const { entries, smalltalk: kinds, thresholds } = model;

  return (text) => {
    const words = readWords(text);
    const match = matcher.match(text);
    const wordings = words.corrected ? [words.standard, words.corrected] : [words.standard];
    const readings = wordings.map((wording) => readingOf(wording, lexicon));
    const concepts = distinct(wordings.flatMap((wording) => findConcepts(wording, lexicon)));
    const { language, hasWords, subject, confidence, reach, smalltalk } = match;
    const explain = (of: number) => {
      const contributions = contributionsTo(readings, of);
      return { logit: contributions.reduce((sum, { amount }) => sum + amount, 0), contributions };
    };
    const logitOf = (of: number) => explain(of).logit;
    return {
      choice: keys.read(text),
      words,
      slang: distinct(findSlang(words.typed, lexicon)),
      concepts,
      unknown: unknownWords(words, concepts, model),
      language,
      hasWords,
      subject,
      decision: decide(match, thresholds),
      confidence,
      reach,
      thresholds,
      entries: match.candidates
        .slice(0, hasWords ? explainedEntries : 0)
        .map(({ entry, score }) => ({ entry, score, ...explain(entries.indexOf(entry)) })),
      offtopic: {
        share: Math.max(0, 1 - subject - (smalltalk?.score ?? 0)),
        logit: logitOf(entries.length + kinds.length),
      },
      smalltalk: smalltalk && {
        kind: smalltalk.kind,
        share: smalltalk.score,
        logit: logitOf(entries.length + kinds.indexOf(smalltalk.kind)),
      },
    };
  };
}

function unknownWords(
  { standard, corrected }: MessageWords,
  concepts: readonly FoundConcept[],
  { space }: Pick<Model, "space">,
): UnknownWord[] {
  const unknown = standard.map((word, at): UnknownWord[] => {
    if (isKnownWord(word, space.table)) return [];
    const other = corrected?.[at];
    return [
      {
        word,
        corrected: other === word ? undefined : other,
        concepts: concepts
          .filter(({ words }) => words.split(" ").includes(word))
          .map(({ concept }) => concept),
      },
    ];
  });
  return distinct(unknown.flat());
}

/** Each once, in order. */
function distinct<T>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
