// What each part of answering a question costs, one by one, beside the whole.
import type { OpenFaq } from "../../../bin/open-faq.ts";
import { formatTable } from "../../../bin/table.ts";
import { confidenceOf } from "../../../functions/webhook/matching/confidence.ts";
import { correctWords, createCorrector } from "../../../functions/webhook/matching/correct.ts";
import { excerptOf } from "../../../functions/webhook/matching/excerpt.ts";
import { favourYoung } from "../../../functions/webhook/matching/favour.ts";
import { guard } from "../../../functions/webhook/matching/guard.ts";
import { createLanguageIdentifier } from "../../../functions/webhook/matching/language.ts";
import { scoresOf } from "../../../functions/webhook/matching/linear.ts";
import { createMatcher } from "../../../functions/webhook/matching/matcher.ts";
import { isKnownWord, isOwnWord } from "../../../functions/webhook/matching/message-words.ts";
import { normalise } from "../../../functions/webhook/matching/normalise.ts";
import { createVectorizer } from "../../../functions/webhook/matching/vector.ts";
import {
  readingOf,
  rememberLexicon,
  standardise,
} from "../../../functions/webhook/matching/words.ts";
import { createResponder } from "../../../functions/webhook/respond.ts";
import { percent } from "../percent.ts";
import { quantile } from "../quality/measure.ts";
import type { Question } from "../quality/questions.ts";
import { threeDigits } from "./figures.ts";

type Work = () => unknown;
/** The parts of answering one text, in order; each was given what comes before it. */
type PartsOf = (text: string) => Readonly<Record<string, Work>>;

const whole = "from text to reply";

function createParts({ faq, model, lexicon: known }: OpenFaq): PartsOf {
  const matcher = createMatcher(model, known);
  const respond = createResponder(faq, matcher);
  const corrector = createCorrector(model);
  const isKnown = (word: string) => isKnownWord(word, model.space.table);
  // As the matcher has it: what is the FAQ's own to the letter is worked out once.
  const isOwn = (word: string) => isOwnWord(word, model);
  const languageOf = createLanguageIdentifier(model.languages, model.language, isOwn);
  const vectorize = createVectorizer(model.space, isOwn);
  const lexicon = rememberLexicon(known, isOwn);
  return (text) => {
    const guarded = guard(text);
    const typed = normalise(excerptOf(guarded));
    const standard = standardise(typed, lexicon);
    const corrected = correctWords(standard, isKnown, corrector);
    const all = corrected ? [standard, corrected] : [standard];
    const readings = all.map((words) => readingOf(words, lexicon));
    const vector = vectorize(...readings);
    const scores = scoresOf(vector, model.classifier);
    favourYoung(scores, model.classifier.bias, model.favour);
    const match = matcher.match(text);
    const respondToMatch = createResponder(faq, { model, match: () => match });
    return {
      guard: () => guard(text),
      "excerpt, normalise": () => normalise(excerptOf(guarded)),
      slang: () => standardise(typed, lexicon),
      correction: () => correctWords(standard, isKnown, corrector),
      reading: () => all.map((words) => readingOf(words, lexicon)),
      vector: () => vectorize(...readings),
      scores: () => scoresOf(vector, model.classifier),
      language: () => languageOf(typed),
      confidence: () => confidenceOf(scores, model.entries.length),
      "decision, reply": () => respondToMatch({ kind: "text", text }),
      [whole]: () => respond({ kind: "text", text }),
    };
  };
}

/**
 * Each part's cost for every question, in µs: that of its fastest round, for a disturbance of
 * microseconds would outweigh the work.
 */
function costsOf(partsOf: PartsOf, texts: readonly string[], rounds: number) {
  const prepared = texts.map(partsOf);
  const names = Object.keys(prepared[0] ?? {});
  const taken = new Map(names.map((name) => [name, texts.map((): number[] => [])]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, ofTexts] of taken) {
      for (const [place, parts] of prepared.entries()) {
        const startedAt = performance.now();
        parts[name]?.();
        ofTexts[place]?.push(1000 * (performance.now() - startedAt));
      }
    }
  }
  return new Map([...taken].map(([name, all]) => [name, all.map((us) => Math.min(...us))]));
}

const partRounds = 15;

/** Shares are of the whole, so that they also tell what no part accounts for. */
export function formatParts(
  own: OpenFaq,
  clean: readonly Question[],
  misspelt: readonly Question[],
): string {
  const partsOf = createParts(own);
  const columns = [clean, misspelt].map((questions) => {
    const texts = questions.map(({ text }) => text);
    const costs = costsOf(partsOf, texts, partRounds);
    const sumOf = (name: string) => (costs.get(name) ?? []).reduce((a, b) => a + b, 0);
    const cells = (name: string) => [
      threeDigits(quantile(costs.get(name) ?? [], 0.5)),
      percent(sumOf(name) / sumOf(whole)),
    ];
    const parts = [...costs.keys()].filter((name) => name !== whole);
    const rest = sumOf(whole) - parts.reduce((sum, name) => sum + sumOf(name), 0);
    return { parts, cells, rest: ["", percent(rest / sumOf(whole))] };
  });
  const [{ parts = [] } = {}] = columns;
  return formatTable(
    ["part", "µs", "%", "misspelt: µs", "%"],
    [
      ...parts.map((name) => [name, ...columns.flatMap(({ cells }) => cells(name))]),
      ["the rest", ...columns.flatMap(({ rest }) => rest)],
      [whole, ...columns.flatMap(({ cells }) => cells(whole))],
    ],
  );
}
