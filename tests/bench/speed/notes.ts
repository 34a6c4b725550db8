// What the figures and the engines are: printed below the tables.
import type { Measured } from "./compare.ts";
import { warmUpMs, weighed } from "./compare.ts";
import { warmUpAgainMs } from "./rounds.ts";

export function formatNotes(engines: readonly Measured[]): string {
  const width = Math.max(...engines.map(({ name }) => name.length));
  return `\
${engines.map(({ name, what }) => `${name.padEnd(width)}  ${what}`).join("\n")}

p50, p99, a second  medians over the rounds, in which the engines take turns; each was asked
                    phrasings for ${warmUpMs / 1000} s before, and other questions for ${warmUpAgainMs / 1000} s before each turn.
                    A slow engine is asked fewer questions, drawn by chance,
                    each in one round only: its p99 is the slowest of a round's.
kB each             allocated per question, sampled over the first ${weighed}; the garbage counts
top-1, Jelas'       the right entry comes first, in % of the questions that the FAQ answers among
                    those asked; and Jelas' own on the same questions
parts               p50 of the questions, each in its fastest round; %: of the sum over all questions
                    from text to reply. A question with corrected words is read twice.
                    The rest is ranking the entries, and that a part asked for alone,
                    again and again, runs warmer than within the whole.`;
}
