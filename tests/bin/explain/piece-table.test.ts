// Scores as tables of what they are made of.
import { expect, it } from "vitest";
import type { Contribution } from "../../../bin/explain/contributions.ts";
import { formatEntries } from "../../../bin/explain/piece-table.ts";

const word = (text: string, amount: number): Contribution => ({ kind: "word", text, amount });

it("names every kind of piece, with its sign, and what they add up to", () => {
  const contributions: Contribution[] = [
    word("kartu", 2.5),
    { kind: "neighbours", text: "kartu hilang", amount: 1 },
    { kind: "concept", text: "lost", amount: 0.75 },
    { kind: "start", text: "", amount: -0.5 },
    { kind: "pair", text: "lost + card", amount: 0.25 },
  ];
  const entries = [
    { entry: "lost-card", score: 0.979, logit: 4, contributions },
    { entry: "join", score: 0.02, logit: -1, contributions: [word("kartu", -1)] },
  ];
  expect(formatEntries(entries).split("\n")).toEqual([
    "1. lost-card, score 97.9 %     adds",
    "   word: kartu                +2.50",
    "   two words: kartu hilang    +1.00",
    "   concept: lost              +0.75",
    "   before anything is read    -0.50",
    "   two concepts: lost + card  +0.25",
    "   sum                         4.00",
    "",
    "2. join, score 2.0 %           adds",
    "   word: kartu                -1.00",
    "   sum                        -1.00",
  ]);
});

it("sums up all but the largest eight", () => {
  const contributions = Array.from({ length: 11 }, (_, at) => word(`w${at}`, 2));
  const lines = formatEntries([{ entry: "join", score: 1, logit: 22, contributions }]).split("\n");
  expect(lines).toHaveLength(1 + 8 + 2);
  expect(lines.at(-2)).toMatch(/^ {3}3 others together +\+6\.00$/);
});
