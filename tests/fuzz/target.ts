// What can be fuzzed: a source of inputs, and a judgement of what comes of each.
import type fc from "fast-check";

/** What came of one input. */
export interface Outcome {
  /** The HTTP status, where there is one. */
  readonly status?: number;
  readonly problems: readonly string[];
  readonly ms: number;
}

export interface Target<Input> {
  readonly name: string;
  /** How many of a hundred inputs are for this one. */
  readonly share: number;
  readonly inputs: fc.Arbitrary<Input>;
  judge(input: Input): Promise<Outcome>;
}
