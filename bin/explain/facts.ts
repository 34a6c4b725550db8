// How a message is read and what is decided, a line for each fact.
import { percent } from "../percent.ts";
import { type Doubt, doubtOf } from "./doubt.ts";
import type { Explanation, UnknownWord } from "./explain.ts";

/** A name and what is known under it. */
type Fact = readonly [string, string];

export function formatFacts(facts: readonly Fact[]): string {
  const width = Math.max(...facts.map(([name]) => name.length));
  return facts.map(([name, text]) => `${name.padEnd(width)}  ${text || "–"}`).join("\n");
}

/** The words as typed and as read, and what they name. */
export function wordFacts({ words, slang, concepts, unknown }: Explanation): Fact[] {
  const { typed, standard, corrected } = words;
  return [
    ["typed", typed.join(" ")],
    ["slang", listed(slang.map((found) => `${found.slang} → ${found.standard || "left out"}`))],
    ["read as", standard.join(" ")],
    ...(corrected
      ? [["and as", `${corrected.join(" ")} (both are scored, their mean counts)`] as const]
      : []),
    ["concepts", listed(concepts.map((found) => `${found.concept} (${found.words})`))],
    ["never seen", listed(unknown.map(unknownText))],
  ];
}

/** What the message is taken for, and how sure the bot is. */
export function matchFacts(explanation: Explanation): Fact[] {
  if (!explanation.hasWords) return [["decision", "none: there are no words to read"]];
  const { language, subject, offtopic, smalltalk, confidence, reach, thresholds } = explanation;
  const kinds = [
    `the FAQ's subject ${percent(subject)}`,
    `off-topic ${percent(offtopic.share)}`,
    `small talk ${percent(smalltalk?.share ?? 0)}`,
  ];
  return [
    ["language", language],
    ["kind", listed(kinds)],
    ["decision", decisionText(explanation)],
    ["confidence", `${percent(confidence)}; an answer needs ${needed(thresholds.answer)}`],
    ["reach", `${percent(reach)}; suggestions need ${needed(thresholds.suggest)}`],
  ];
}

function unknownText({ word, corrected, concepts }: UnknownWord): string {
  const better = corrected === undefined ? "" : ` → ${corrected}`;
  const named = concepts.length === 0 ? "" : ` (names ${listed(concepts)})`;
  return `${word}${better}${named}`;
}

const doubts: Readonly<Record<Doubt, string>> = {
  "none-of-ours": "sure enough to answer, but it is likelier none of the FAQ's",
  "close-second": "sure enough to answer, but the second is nearly as likely",
};

function decisionText(explanation: Explanation): string {
  const { decision } = explanation;
  switch (decision.kind) {
    case "answer":
      return `answer ${decision.entry}`;
    case "suggest": {
      const doubt = doubtOf(explanation);
      return `suggest ${listed(decision.entries)}${doubt ? `; ${doubts[doubt]}` : ""}`;
    }
    case "smalltalk":
      return `small talk: ${decision.smalltalk}`;
    case "fallback":
      return decision.nearest === undefined
        ? "fallback"
        : `fallback; the nearest is ${decision.nearest}`;
  }
}

function listed(items: readonly string[]): string {
  return items.join(", ");
}

function needed(threshold: number): string {
  return threshold > 1 ? "more than there is" : percent(threshold);
}
