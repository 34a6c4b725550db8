// Typing errors by chance: letters replaced by others, the same ones for the same seed.
import { pick } from "../../functions/webhook/training/random.ts";

const letters = [..."abcdefghijklmnopqrstuvwxyz"];

/** Each letter a–z is replaced with probability `rate`, now and then by itself. */
export function withLetterNoise(text: string, rate: number, random: () => number): string {
  return [...text]
    .map((letter) =>
      /[a-z]/i.test(letter) && random() < rate ? (pick(letters, random) ?? letter) : letter,
    )
    .join("");
}
