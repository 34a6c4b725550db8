// `npm run bench -- speed`: what one question costs, beside what people would otherwise use.
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { openFaqWithProgress } from "../../../bin/open-faq.ts";
import { wholeNumber } from "../arguments.ts";
import { readOwnFaq } from "../own-faq.ts";
import { bankOf } from "../quality/ranker.ts";
import { aimsOf, formatAims } from "./aims.ts";
import { compare } from "./compare.ts";
import { formatEngines, formatInputs } from "./format.ts";
import { formatNotes } from "./notes.ts";
import { formatParts } from "./parts.ts";
import { misspeltInEach, noiseRate, unseenQuestions } from "./questions.ts";

export async function benchSpeed(args: readonly string[]): Promise<void> {
  const settings = readSettings(args);
  const bank = bankOf(readOwnFaq());
  const own = openFaqWithProgress("faq");
  const questions = unseenQuestions();
  const comparison = await compare(bank, own, questions, settings);
  const [misspelt = []] = misspeltInEach(questions, 1, noiseRate);
  const { engines } = comparison;
  const phrasings = [...bank.phrasings.values()].flat().length;
  const sections = [
    `${bank.phrasings.size} entries, ${phrasings} phrasings; ${questions.length} questions that no ` +
      `phrasing was taken from; ${settings.rounds} rounds; Node ${process.versions.node}, ${process.arch}, ` +
      `${availableParallelism()} cores`,
    formatEngines(engines),
    formatInputs(comparison),
    formatParts(own, questions, misspelt),
    formatAims(aimsOf(comparison)),
    formatNotes(engines),
  ];
  process.stdout.write(`${sections.join("\n\n")}\n`);
}

function readSettings(args: readonly string[]): { rounds: number; isQuick: boolean } {
  const { values } = parseArgs({
    args: [...args],
    options: { rounds: { type: "string", default: "5" }, quick: { type: "boolean" } },
  });
  return { rounds: wholeNumber("--rounds", values.rounds), isQuick: values.quick ?? false };
}
