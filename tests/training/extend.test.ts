// What a space that grew has, against one that was laid out with everything at once.
import { expect, it } from "vitest";
import { listFeatures } from "../../functions/webhook/matching/feature-table.ts";
import { extendSpace } from "../../functions/webhook/training/extend.ts";
import { layOutSpace } from "../../functions/webhook/training/space.ts";
import { reading } from "../fixtures/reading.ts";

const early = [
  reading("hapus akun", "delete", "account"),
  reading("hapus akun saya", "delete", "account"),
];
const late = [reading("hapus hapus chat", "delete", "chat"), reading("chat baru", "chat")];
const lengths = { words: 1, bigrams: 1, characters: 1, concepts: 1, pairs: 0 };

it("a space that grew is the one that all readings have, where no feature is too rare", () => {
  const recipe = { minShare: 0, unseen: 1, lengths };
  const grown = extendSpace(layOutSpace(early, recipe), late, recipe);
  const whole = layOutSpace([...early, ...late], recipe);
  expect(listFeatures(grown.table)).toEqual(listFeatures(whole.table));
  expect(grown.having).toEqual(whole.having);
  expect(grown.sentences).toBe(4);
});
