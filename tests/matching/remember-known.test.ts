import { expect, it } from "vitest";
import { rememberKnown } from "../../functions/webhook/matching/remember-known.ts";

it("what is worked out of a known word is remembered, and of no other", () => {
  const asked: string[] = [];
  const lengthOf = rememberKnown(
    (word) => {
      asked.push(word);
      return word === "" ? undefined : word.length;
    },
    (word) => word !== "budi",
  );
  for (const word of ["akun", "budi", "", "akun", "budi", ""]) lengthOf(word);
  expect(asked).toEqual(["akun", "budi", "", "budi"]);
  expect(["akun", "budi", ""].map(lengthOf)).toEqual([4, 4, undefined]);
});
