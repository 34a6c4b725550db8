// How near a hasty lesson comes to a thorough one: edits of our own FAQ, learnt both ways.
import { createAsked } from "../../bin/desk/effect.ts";
import { judge } from "../../bin/evaluation/judge.ts";
import { outcomeOf, outcomes } from "../../bin/evaluation/outcome.ts";
import { labelledQuestions } from "../../bin/evaluation/question-files.ts";
import { startProgress } from "../../bin/progress.ts";
import { formatTable } from "../../bin/table.ts";
import type { Entry, Faq } from "../../functions/webhook/faq/faq.ts";
import type { Trained } from "../../functions/webhook/matching/model-file.ts";
import { readBank } from "../../functions/webhook/training/bank.ts";
import { revise } from "../../functions/webhook/training/revise.ts";
import { train } from "../../functions/webhook/training/train.ts";
import { readOwnFaq } from "./own-faq.ts";

interface Edit {
  readonly what: string;
  readonly entry: string;
  /** The entry as it was before the edit; the edit made it what it is. */
  readonly was: (entry: Entry) => Entry | undefined;
}

const keeping = (keep: (at: number) => boolean) => (entry: Entry) => ({
  ...entry,
  phrasings: entry.phrasings.filter((_, at) => keep(at)),
});

const edits: readonly Edit[] = [
  { what: "three phrasings more", entry: "location-sharing", was: keeping((at) => at % 60 !== 5) },
  { what: "ten times the phrasings", entry: "export-chats", was: keeping((at) => at % 10 === 0) },
  { what: "twice the phrasings", entry: "personal-messages", was: keeping((at) => at % 2 === 0) },
  { what: "a new entry", entry: "payments", was: () => undefined },
];

export function benchHasty(): void {
  const { labelled } = labelledQuestions(undefined);
  const after = readOwnFaq();
  const bank = readBank(after);
  const judged = (faq: Faq, trained: Trained) => {
    const { matcher } = createAsked(faq, trained);
    return labelled.map((question) => outcomeOf(judge(question, matcher)));
  };
  const progress = startProgress("Learning");
  const thorough = judged(after, train(after));
  const rows = edits.map(({ what, entry, was }, at) => {
    progress.show((at + 1) / (edits.length + 1));
    const before = {
      ...after,
      entries: after.entries.flatMap((one) => (one.id === entry ? (was(one) ?? []) : one)),
    };
    const trained = train(before);
    const old = judged(before, trained);
    const startedMs = performance.now();
    const { languages } = after.bot;
    const taught = readBank(before);
    const revised = revise({ trained, taught, bank, words: after.words, languages });
    const tookMs = performance.now() - startedMs;
    if (!revised) return [what, "too large"];
    const hasty = judged(after, revised);
    const same = (list: typeof old) =>
      String(list.filter((outcome, at) => outcome === thorough[at]).length);
    const right = (list: typeof old) =>
      String(
        list.filter((outcome, at) => labelled[at]?.topic === entry && outcome === outcomes[0])
          .length,
      );
    return [
      what,
      right(old),
      right(hasty),
      right(thorough),
      same(old),
      same(hasty),
      `${Math.round(tookMs)} ms`,
    ];
  });
  progress.end();
  const head = [
    "edit",
    "right before",
    "hasty",
    "thorough",
    "as thorough: before",
    "hasty",
    "took",
  ];
  process.stdout.write(
    `${labelled.length} labelled questions; "right" counts those of the edited entry.\n${formatTable(head, rows)}\n`,
  );
}
