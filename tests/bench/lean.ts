// How an entry does on its first day: each in turn with ten phrasings, among siblings with all.
import { existsSync, readFileSync } from "node:fs";
import { evaluate } from "../../bin/evaluation/evaluate.ts";
import { judge } from "../../bin/evaluation/judge.ts";
import { isInScope, readLabelled } from "../../bin/evaluation/labelled.ts";
import { startProgress } from "../../bin/progress.ts";
import { formatTable } from "../../bin/table.ts";
import type { Entry, Faq } from "../../functions/webhook/faq/faq.ts";
import { createMatcher, type Matcher } from "../../functions/webhook/matching/matcher.ts";
import { readBank } from "../../functions/webhook/training/bank.ts";
import { seededRandom, shuffled } from "../../functions/webhook/training/random.ts";
import { modelOf } from "../../functions/webhook/training/train.ts";
import { refusal } from "./arguments.ts";
import { readOwnFaq } from "./own-faq.ts";
import { percent } from "./percent.ts";
import { developmentPath } from "./quality/data-sets.ts";

/** What a maintainer writes for a new entry; the canonical question comes on top, as ever. */
const phrasingsLeft = 10;
const seed = 7;

interface Row {
  readonly entry: string;
  readonly questions: number;
  readonly top1: number;
  readonly top3: number;
}

/** With entry ids as arguments, only those. */
export function benchLean(args: readonly string[]): void {
  if (!existsSync(developmentPath)) {
    process.stdout.write(`Skipped: there is no ${developmentPath}.\n`);
    return;
  }
  const faq = readOwnFaq();
  const questions = readLabelled(readFileSync(developmentPath, "utf8")).filter(isInScope);
  const entries = faq.entries.filter(
    ({ id }) =>
      (args.length === 0 || args.includes(id)) && questions.some(({ topic }) => topic === id),
  );
  const unknown = args.find((id) => !faq.entries.some((entry) => entry.id === id));
  if (unknown !== undefined) throw refusal(`There is no entry "${unknown}".`);
  const progress = startProgress("Learning with one entry cut to ten phrasings");
  const rows = entries.map((entry, index): Row => {
    progress.show(index / entries.length);
    const own = questions.filter(({ topic }) => topic === entry.id);
    const matcher = matcherFor(faq, entry);
    const judgements = own.map((question) => judge(question, matcher));
    const { top1, top3 } = evaluate(judgements, faq.bot.languages);
    return { entry: entry.id, questions: own.length, top1, top3 };
  });
  progress.end();
  process.stdout.write(`${format(rows)}\n`);
}

function matcherFor(faq: Faq, young: Entry): Matcher {
  const canonical = new Set(Object.values(young.question));
  const asked = young.phrasings.filter(({ text }) => canonical.has(text));
  const others = young.phrasings.filter(({ text }) => !canonical.has(text));
  const kept = shuffled(others, seededRandom(seed)).slice(0, phrasingsLeft);
  const cut = { ...young, phrasings: [...asked, ...kept] };
  const entries = faq.entries.map((entry) => (entry === young ? cut : entry));
  const bank = readBank({ ...faq, entries });
  return createMatcher(modelOf(bank, faq), bank.lexicon);
}

function format(rows: readonly Row[]): string {
  const mean = (key: "top1" | "top3") =>
    rows.reduce((sum, row) => sum + row[key], 0) / Math.max(1, rows.length);
  const lines = [...rows]
    .sort((a, b) => a.top1 - b.top1 || a.top3 - b.top3)
    .map(({ entry, questions, top1, top3 }) => [
      entry,
      String(questions),
      percent(top1),
      percent(top3),
    ]);
  return formatTable(
    ["entry", "questions", "top-1 %", "top-3 %"],
    [...lines, [`mean of ${rows.length}`, "", percent(mean("top1")), percent(mean("top3"))]],
  );
}
