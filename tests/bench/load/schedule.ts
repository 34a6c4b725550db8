// When each copy of each message is due: at random, as people write, and the same for a seed.
import { seededRandom } from "../../../functions/webhook/training/random.ts";

export type CopyName = "first" | "second";

/** One delivery of a message, due so long after the start. */
export interface Copy {
  readonly message: number;
  readonly name: CopyName;
  readonly dueMs: number;
}

export interface Rate {
  /** Deliveries a second, both copies counted. */
  readonly rps: number;
  readonly seconds: number;
}

const earliestSecondMs = 300;
const latestSecondMs = 2000;
const seed = 5;

/**
 * Every message twice. The first copies come at any time, independently of each other, so some come
 * together and some alone; the second follows after 0.3 to 2 s. It begins and ends with some two
 * seconds in which only one kind of copy comes: `seconds` holds the first copies.
 */
export function scheduleOf({ rps, seconds }: Rate): Copy[] {
  const random = seededRandom(seed);
  const count = Math.max(1, Math.round((rps * seconds) / 2));
  const copies = Array.from({ length: count }, (_, message): [Copy, Copy] => {
    const dueMs = random() * seconds * 1000;
    const laterMs = earliestSecondMs + random() * (latestSecondMs - earliestSecondMs);
    return [
      { message, name: "first", dueMs },
      { message, name: "second", dueMs: dueMs + laterMs },
    ];
  });
  return copies.flat().sort((a, b) => a.dueMs - b.dueMs);
}
