import { describe, expect, it } from "vitest";
import { decide } from "../../functions/webhook/matching/decide.ts";
import { createMatcher } from "../../functions/webhook/matching/matcher.ts";
import { countClasses, readBank } from "../../functions/webhook/training/bank.ts";
import { trainClassifier } from "../../functions/webhook/training/classifier.ts";
import { judgeFold, makeFolds } from "../../functions/webhook/training/folds.ts";
import { type Recipe, recipe } from "../../functions/webhook/training/recipe.ts";
import { train } from "../../functions/webhook/training/train.ts";
import { tinyFaq } from "./tiny-faq.ts";

describe("training", () => {
  it("tells how far it has come, up to the end", () => {
    const shares: number[] = [];
    train(tinyFaq, (share) => shares.push(share));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  it("works for a single entry, with nothing else to tell it from", () => {
    const { model, lexicon } = train({
      ...tinyFaq,
      bot: { ...tinyFaq.bot, smalltalk: [] },
      entries: tinyFaq.entries.slice(0, 1),
      offtopic: new Map(),
    });
    const match = createMatcher(model, lexicon).match("opening hours");
    expect(decide(match, model.thresholds)).toEqual({ kind: "answer", entry: "opening-hours" });
  });

  it("works for a bank whose sentences hold no words", () => {
    const entries = tinyFaq.entries.map((entry) => ({
      ...entry,
      phrasings: [{ text: "?!", language: "id" }],
    }));
    const { model, lexicon } = train({ ...tinyFaq, entries });
    expect(createMatcher(model, lexicon).match("opening hours").candidates).toHaveLength(3);
  });

  it("gives an entry with few phrasings its chance beside one with many", () => {
    const many = Array.from({ length: 60 }, (_, index) => ({
      text: `kartu anggota saya hilang ${"abcdefghij"[index % 10]}${index}`,
      language: "id",
    }));
    const entries = tinyFaq.entries.map((entry) =>
      entry.id === "lost-card" ? { ...entry, phrasings: [...entry.phrasings, ...many] } : entry,
    );
    const { model, lexicon } = train({ ...tinyFaq, entries });
    const matcher = createMatcher(model, lexicon);
    for (const { id, phrasings } of tinyFaq.entries) {
      for (const { text } of phrasings) {
        expect(matcher.match(text).candidates[0]?.entry).toBe(id);
      }
    }
  });
});

describe("the weights of a classifier", () => {
  const bank = readBank(tinyFaq);
  const kept = (changes: Partial<Recipe>) =>
    trainClassifier(bank, bank.examples, tinyFaq.words, { ...recipe, ...changes }).weights.weights
      .length;

  it("are no more than each class may have, nor than all may have", () => {
    const forEach = 20 * countClasses(bank.classes);
    expect(kept({ keptWeights: 20, mostWeights: 1000 })).toBe(forEach);
    expect(kept({ keptWeights: 20, mostWeights: 50 })).toBe(50);
  });
});

describe("judging a fold", () => {
  const bank = readBank(tinyFaq);
  const [fold] = makeFolds(bank, 3, 15);
  if (!fold) throw new Error("There is no fold");
  const judged = judgeFold(bank, fold, tinyFaq.words, recipe, { epochs: 8 });

  it("judges every sentence it held out, but for small talk", () => {
    const smalltalk = bank.classes.entries.length;
    expect(judged).toHaveLength(
      fold.heldOut.filter((example) => example.class !== smalltalk).length,
    );
  });

  it("takes the sentences of a withheld entry for out of scope", () => {
    const inScope = fold.heldOut.filter(
      (example) => example.class < bank.classes.entries.length && !fold.withheld.has(example.class),
    );
    expect(judged.filter((row) => row.isInScope)).toHaveLength(inScope.length);
    expect(judged.length).toBeGreaterThan(inScope.length);
  });

  it("gives chances", () => {
    for (const { reach, confidence } of judged) {
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(reach).toBeGreaterThanOrEqual(confidence);
      expect(reach).toBeLessThanOrEqual(1 + 1e-9);
    }
  });
});
