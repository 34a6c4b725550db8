// What the figures and the matchers are: printed below the tables.
import { exposure, givenUp, type Row } from "./compare.ts";

export const figures = `\
In %, of the questions that the FAQ answers:
  top-1, top-3   the right entry comes first, is among three
  right, wrong   answered rightly, wrongly; each matcher answers from the lowest score at which
                 at most ${100 * exposure} % of the out-of-scope questions of the same asking are answered
  lost           points of top-1 that the misspelling costs, on the same questions
and of the out-of-scope questions:
  off-topic      answered all the same
  refused        not answered where at most ${100 * givenUp} points of top-1 are given up
AUROC: how often a question of the FAQ scores above an out-of-scope one, from 0 to 1.
By language and style: top-1 / right. Matchers that need more than 10 ms or so for a question are
asked a seeded sample; right and off-topic are 0 where more out-of-scope questions than allowed
have the highest score there is.`;

export function formatMatchers(rows: Iterable<Row>): string {
  const whats = new Map([...rows].map(({ name, what }) => [name, what]));
  const width = Math.max(...[...whats.keys()].map((name) => name.length));
  return [...whats].map(([name, what]) => `${name.padEnd(width)}  ${what}`).join("\n");
}
