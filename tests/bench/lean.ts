// How an entry does on its first day: each in turn with ten phrasings, among siblings with all:
// is it found, and does it draw questions that are none of the FAQ's?
import { existsSync, readFileSync } from "node:fs";
import { evaluate } from "../../bin/evaluation/evaluate.ts";
import { judge } from "../../bin/evaluation/judge.ts";
import { isInScope, readLabelled } from "../../bin/evaluation/labelled.ts";
import { openFaqWithProgress } from "../../bin/open-faq.ts";
import { startProgress } from "../../bin/progress.ts";
import { formatTable } from "../../bin/table.ts";
import type { Entry, Faq } from "../../functions/webhook/faq/faq.ts";
import { type Decision, decide } from "../../functions/webhook/matching/decide.ts";
import { createMatcher, type Matcher } from "../../functions/webhook/matching/matcher.ts";
import type { Thresholds } from "../../functions/webhook/matching/model.ts";
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
  /** Of the off-topic questions, those that are answered with it or offered it first, as a share. */
  readonly drawn: number;
  /** The same while it has all its phrasings. */
  readonly drawnGrown: number;
}

/** With entry ids as arguments, only those. */
export function benchLean(args: readonly string[]): void {
  if (!existsSync(developmentPath)) {
    process.stdout.write(`Skipped: there is no ${developmentPath}.\n`);
    return;
  }
  const faq = readOwnFaq();
  const labelled = readLabelled(readFileSync(developmentPath, "utf8"));
  const questions = labelled.filter(isInScope);
  const offTopic = labelled.filter((question) => !isInScope(question)).map(({ text }) => text);
  const entries = faq.entries.filter(
    ({ id }) =>
      (args.length === 0 || args.includes(id)) && questions.some(({ topic }) => topic === id),
  );
  const unknown = args.find((id) => !faq.entries.some((entry) => entry.id === id));
  if (unknown !== undefined) throw refusal(`There is no entry "${unknown}".`);
  // What is learnt in a hurry has no thresholds of its own.
  const { model, lexicon } = openFaqWithProgress("faq");
  const drawnWhenGrown = drawnTo(createMatcher(model, lexicon), model.thresholds, offTopic);
  const progress = startProgress("Learning with one entry cut to ten phrasings");
  const rows = entries.map((entry, index): Row => {
    progress.show(index / entries.length);
    const own = questions.filter(({ topic }) => topic === entry.id);
    const matcher = matcherFor(faq, entry);
    const judgements = own.map((question) => judge(question, matcher));
    const { top1, top3 } = evaluate(judgements, faq.bot.languages);
    const drawn = drawnTo(matcher, model.thresholds, offTopic);
    const share = (of: ReadonlyMap<string, number>) => (of.get(entry.id) ?? 0) / offTopic.length;
    return {
      entry: entry.id,
      questions: own.length,
      top1,
      top3,
      drawn: share(drawn),
      drawnGrown: share(drawnWhenGrown),
    };
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

/** How many of these texts each entry is the answer to, or the first suggestion. */
function drawnTo(
  matcher: Matcher,
  thresholds: Thresholds,
  texts: readonly string[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const entry = firstOffered(decide(matcher.match(text), thresholds));
    if (entry !== undefined) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  }
  return counts;
}

function firstOffered(decision: Decision): string | undefined {
  if (decision.kind === "answer") return decision.entry;
  return decision.kind === "suggest" ? decision.entries[0] : undefined;
}

function format(rows: readonly Row[]): string {
  const mean = (key: "top1" | "top3" | "drawn" | "drawnGrown") =>
    rows.reduce((sum, row) => sum + row[key], 0) / Math.max(1, rows.length);
  const lines = [...rows]
    .sort((a, b) => a.top1 - b.top1 || a.top3 - b.top3)
    .map(({ entry, questions, top1, top3, drawn, drawnGrown }) => [
      entry,
      String(questions),
      percent(top1),
      percent(top3),
      percent(drawn),
      percent(drawnGrown),
    ]);
  return formatTable(
    ["entry", "questions", "top-1 %", "top-3 %", "off-topic %", "… with all phrasings"],
    [
      ...lines,
      [
        `mean of ${rows.length}`,
        "",
        ...(["top1", "top3", "drawn", "drawnGrown"] as const).map((key) => percent(mean(key))),
      ],
    ],
  );
}
