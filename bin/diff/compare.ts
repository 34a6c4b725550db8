// What an edit of a FAQ does, as a plain value that the formats print.
import type { Faq } from "../../functions/webhook/faq/faq.ts";
import type { Problem } from "../../functions/webhook/faq/problem.ts";
import type { Thresholds } from "../../functions/webhook/matching/model.ts";
import type { LabelledQuestion } from "../evaluation/labelled.ts";
import { compareBots, compareEntries, type EntryChanges, type TextChange } from "./entries.ts";
import { type Asked, compareQuestions, type QuestionChanges } from "./questions.ts";
import { compareRivalries, type RivalryChanges } from "./rivalry.ts";

/** A FAQ that one of the sides can't be read as. */
export interface BrokenSide {
  /** How a person calls the side: `faq`, or `HEAD:faq`. */
  readonly name: string;
  readonly problems: readonly Problem[];
}

export interface Broken {
  readonly kind: "broken";
  readonly sides: readonly BrokenSide[];
}

export interface Compared {
  readonly kind: "compared";
  readonly before: {
    readonly revision: string;
    readonly commit: string;
    /** False where there was no FAQ then, so that everything is new. */
    readonly wasThere: boolean;
  };
  /** What a reader must know to take the rest rightly. */
  readonly notes: readonly string[];
  readonly entries: EntryChanges;
  readonly bot: readonly TextChange[];
  /** Whether these differ: they belong to no entry and can change any answer. */
  readonly shared: {
    readonly words: boolean;
    readonly offtopic: boolean;
    /** Small talk's ways of asking; its replies are texts of the bot. */
    readonly smalltalk: boolean;
  };
  readonly questions: QuestionChanges;
  readonly rivalry: RivalryChanges;
  /** How sure the bot must be, as each side learnt it. */
  readonly thresholds: {
    /** Absent where there was no FAQ before. */
    readonly before?: Thresholds;
    readonly after: Thresholds;
  };
}

export type Difference = Broken | Compared;

export interface Comparison {
  readonly revision: string;
  readonly commit: string;
  readonly before: Asked | undefined;
  readonly after: Asked;
  readonly labelled: readonly LabelledQuestion[];
  readonly notes?: readonly string[];
  readonly onProgress?: (share: number) => void;
}

export function compare(comparison: Comparison): Compared {
  const { revision, commit, before, after, labelled, notes = [], onProgress } = comparison;
  const entries = compareEntries(before?.faq, after.faq);
  const differs = (part: (faq: Faq) => unknown) =>
    before !== undefined && JSON.stringify(part(before.faq)) !== JSON.stringify(part(after.faq));
  const { renamed } = entries;
  const asking = (share: number) => onProgress?.(share * askingShare);
  const rivalling = (share: number) => onProgress?.(askingShare + share * (1 - askingShare));
  const questions = compareQuestions(before, after, labelled, renamed, asking);
  const rivalry = compareRivalries(before?.faq, after.faq, renamed, rivalling);
  return {
    kind: "compared",
    before: { revision, commit, wasThere: before !== undefined },
    notes: [...notes, ...strangersNote(questions.strangers)],
    entries,
    bot: before ? compareBots(before.faq.bot, after.faq.bot) : [],
    shared: {
      words: differs(({ words }) => [[...words.slang], [...words.concepts]]),
      offtopic: differs(({ offtopic }) => [...offtopic]),
      smalltalk: differs(({ bot }) =>
        bot.smalltalk.map(({ kind, phrasings }) => [kind, phrasings]),
      ),
    },
    questions,
    rivalry,
    thresholds: {
      ...(before && { before: before.matcher.model.thresholds }),
      after: after.matcher.model.thresholds,
    },
  };
}

/** Of the time that a comparison takes. */
const askingShare = 0.3;

function strangersNote(strangers: readonly LabelledQuestion[]): string[] {
  const [first] = strangers;
  if (!first) return [];
  const which = strangers.length === 1 ? "1 labelled question names" : "labelled questions name";
  const count = strangers.length === 1 ? "" : `${strangers.length} `;
  return [
    `${count}${which} an entry that neither FAQ has, such as "${first.topic}": correct the label, or add the entry.`,
  ];
}
