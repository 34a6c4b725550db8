// An explanation as text for people.
import { join } from "node:path";
import type { Choice } from "../../functions/webhook/choice.ts";
import { percent } from "../percent.ts";
import type { Explanation, OtherClass } from "./explain.ts";
import { formatFacts, matchFacts, wordFacts } from "./facts.ts";
import { formatEntries } from "./piece-table.ts";

/** Off-topic or small talk less likely than this is no rival. */
const minRivalShare = 0.01;

/** What was read, what follows from it and why, and what to do in the FAQ's folder. */
export function formatExplanation(explanation: Explanation, folder: string): string {
  const { choice, hasWords, entries } = explanation;
  return [
    ...(choice ? [choiceText(choice)] : []),
    formatFacts([...wordFacts(explanation), ...matchFacts(explanation)]),
    ...(entries.length > 0 ? [formatEntries(entries)] : []),
    ...(hasWords ? formatRivals(explanation) : []),
    remedy(folder),
  ].join("\n\n");
}

function choiceText(choice: Choice): string {
  const chosen =
    choice.kind === "category" ? `the topic ${choice.category}` : `the entry ${choice.entry}`;
  return `People type this to choose ${chosen}, and the bot reads no further. If it did:`;
}

function remedy(folder: string): string {
  const [words, offtopic] = [join(folder, "words.yaml"), join(folder, "offtopic.yaml")];
  return `What to do: a word never seen that carries meaning goes into a concept of ${words}, slang into its slang. If the wrong entry comes first, give the right one phrasings like this message; if none should, add such messages to ${offtopic}.`;
}

function formatRivals({ offtopic, smalltalk }: Explanation): string[] {
  const rivals: [string, OtherClass][] = [["off-topic", offtopic]];
  if (smalltalk) rivals.push([`small talk, likeliest ${smalltalk.kind}`, smalltalk]);
  const lines = rivals
    .filter(([, { share }]) => share >= minRivalShare)
    .map(([name, { share, logit }]) => `${name}: ${percent(share)}, sum ${logit.toFixed(2)}`);
  return lines.length > 0 ? [lines.join("\n")] : [];
}
