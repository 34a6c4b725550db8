import { describe, expect, it } from "vitest";
import { encodeModel } from "../../functions/webhook/matching/model-file.ts";
import { augment, conceptForms, hiddenWord } from "../../functions/webhook/training/augment.ts";
import { offtopicClass, readBank } from "../../functions/webhook/training/bank.ts";
import { makeFolds } from "../../functions/webhook/training/folds.ts";
import { pick, seededRandom, shuffled } from "../../functions/webhook/training/random.ts";
import { recipe } from "../../functions/webhook/training/recipe.ts";
import { train } from "../../functions/webhook/training/train.ts";
import { tinyFaq } from "./tiny-faq.ts";

const bank = readBank(tinyFaq);

describe("the bank", () => {
  it("numbers the entries first, then small talk, then off-topic", () => {
    const classOf = (words: string) =>
      bank.examples.find((example) => example.typed.join(" ") === words)?.class;
    expect(classOf("opening hours")).toBe(0);
    expect(classOf("lost membership card")).toBe(2);
    expect(classOf("hello")).toBe(3);
    expect(classOf("weather tomorrow")).toBe(4);
    expect(offtopicClass(bank.classes)).toBe(4);
  });

  it("keeps the words as typed beside the standard ones", () => {
    const faq = {
      ...tinyFaq,
      entries: tinyFaq.entries.map((entry) => ({
        ...entry,
        phrasings: [...entry.phrasings, { text: `gmn ${entry.number}`, language: "id" }],
      })),
    };
    const example = readBank(faq).examples.find(({ typed }) => typed[0] === "gmn");
    expect(example?.words[0]).toBe("bagaimana");
  });
});

describe("makeFolds", () => {
  const folds = makeFolds(bank, 3, 1);

  it("holds out every sentence exactly once", () => {
    const heldOut = folds.flatMap((fold) => fold.heldOut);
    expect(heldOut).toHaveLength(bank.examples.length);
    expect(new Set(heldOut)).toEqual(new Set(bank.examples));
  });

  it("trains on no sentence that it holds out, nor on any of a withheld entry", () => {
    for (const { training, heldOut, withheld } of folds) {
      expect(withheld.size).toBe(1);
      const hidden = new Set(heldOut);
      for (const example of training) {
        expect(hidden.has(example)).toBe(false);
        expect(withheld.has(example.class)).toBe(false);
      }
    }
  });
});

describe("augment", () => {
  const forms = conceptForms(tinyFaq.words, bank.lexicon);
  const variants = (words: readonly string[], rates = recipe.augmentation) => {
    const random = seededRandom(3);
    return Array.from({ length: 500 }, () => augment(words, bank.lexicon, forms, rates, random));
  };

  it("swaps a word only for another form of its concept", () => {
    const allowed = new Set(["pinjam", "meminjam", "borrow", "loan", "buku", hiddenWord]);
    const seen = new Set(variants(["pinjam", "buku"]).flatMap(({ words }) => words));
    expect([...seen].every((word) => allowed.has(word))).toBe(true);
    expect(seen).toContain("borrow");
  });

  it("drops words, but never all of them", () => {
    const lengths = new Set(variants(["kartu", "hilang"]).map(({ words }) => words.length));
    expect(lengths).toEqual(new Set([1, 2]));
    expect(variants(["kartu"]).every(({ words }) => words.length === 1)).toBe(true);
  });

  it("hides words, but what they mean stays known", () => {
    const hidden = variants(["hilang"]).filter(({ words }) => words[0] === hiddenWord);
    expect(hidden.length).toBeGreaterThan(10);
    for (const { concepts } of hidden) expect(concepts).toEqual(["lost"]);
  });

  it("leaves sentences as they are where it is told to", () => {
    const rates = { ...recipe.augmentation, change: 0 };
    const [first] = variants(["kartu", "hilang"], rates);
    expect(first).toEqual({ words: ["kartu", "hilang"], concepts: ["lost"] });
    expect(new Set(variants(["pinjam"], rates).map(({ words }) => words[0]))).toEqual(
      new Set(["pinjam"]),
    );
  });
});

describe("seeded chance", () => {
  it("repeats with its seed and differs with another", () => {
    const draw = (seed: number) => {
      const random = seededRandom(seed);
      return Array.from({ length: 5 }, random);
    };
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
    for (const number of draw(1)) expect(number).toBeLessThan(1);
  });

  it("shuffles without losing anything, and picks from what is there", () => {
    const items = [1, 2, 3, 4, 5, 6, 7];
    const random = seededRandom(1);
    expect(shuffled(items, random).sort()).toEqual(items);
    expect(items).toContain(pick(items, random));
    expect(pick([], random)).toBeUndefined();
  });
});

it("the same FAQ gives the same model, byte for byte", () => {
  expect(encodeModel(train(tinyFaq))).toEqual(encodeModel(train(tinyFaq)));
});
