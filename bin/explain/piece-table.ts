// What entries' scores are made of, as a table.
import { percent } from "../percent.ts";
import { formatTable } from "../table.ts";
import type { Contribution } from "./contributions.ts";
import type { ExplainedEntry } from "./explain.ts";

/** Shown of each entry. */
const shownPieces = 8;

/**
 * The largest pieces of each entry's score, the others summed up:
 *
 *     1. lost-card, score 97.9 %    adds
 *        word: kartu               +2.10
 *        …
 *        5 others together         +0.31
 *        sum                        5.27
 */
export function formatEntries(entries: readonly ExplainedEntry[]): string {
  const [head = [], ...rows] = entries.flatMap((entry, at) => [
    ...(at === 0 ? [] : [[]]),
    [`${at + 1}. ${entry.entry}, score ${percent(entry.score)}`, "adds"],
    ...pieceRows(entry),
  ]);
  return formatTable(head, rows);
}

function pieceRows({ contributions, logit }: ExplainedEntry): string[][] {
  const others = contributions.slice(shownPieces);
  const rest = others.reduce((sum, { amount }) => sum + amount, 0);
  return [
    ...contributions
      .slice(0, shownPieces)
      .map((contribution) => [`   ${pieceText(contribution)}`, signed(contribution.amount)]),
    ...(others.length > 0 ? [[`   ${others.length} others together`, signed(rest)]] : []),
    ["   sum", logit.toFixed(2)],
  ];
}

function pieceText({ kind, text }: Contribution): string {
  switch (kind) {
    case "word":
      return `word: ${text}`;
    case "neighbours":
      return `two words: ${text}`;
    case "concept":
      return `concept: ${text}`;
    case "pair":
      return `two concepts: ${text}`;
    case "start":
      return "before anything is read";
    case "youth":
      return "for having few phrasings yet";
  }
}

function signed(amount: number): string {
  return `${amount < 0 ? "" : "+"}${amount.toFixed(2)}`;
}
