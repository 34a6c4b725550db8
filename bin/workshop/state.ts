// All that the workshop's page shows, as plain data: what the FAQ says, what is wrong with it, and
// what the last save did.
import type { Entry, Texts } from "../../functions/webhook/faq/faq.ts";
import type { Problem } from "../../functions/webhook/faq/problem.ts";
import type { QuestionChanges } from "../diff/questions.ts";
import type { ConfusionMap } from "../rivals/confusion.ts";
import type { LocatedRival } from "../rivals/locate.ts";

export interface WorkshopPhrasing {
  readonly text: string;
  readonly language: string;
  /** Where it stands in the entry's file; a canonical question that is listed nowhere has its own. */
  readonly line: number;
}

export interface WorkshopEntry extends Omit<Entry, "phrasings"> {
  /** As a person would open it, such as `faq/accepting/reminders.yaml`. */
  readonly file: string;
  readonly phrasings: readonly WorkshopPhrasing[];
}

/** How far learning has come. */
export type Learning =
  /** All is learnt as it will be deployed. */
  | { readonly kind: "learnt" }
  /** Answered already by a hasty lesson, while the thorough one is on its way. */
  | { readonly kind: "hasty"; readonly share: number }
  /** So much is new that the FAQ from before answers until it has been learnt. */
  | { readonly kind: "anew"; readonly share: number }
  /** The thorough lesson ended too early: what answered meanwhile goes on answering. */
  | { readonly kind: "failed" };

/** What changed with a save, or with all of them since the start. */
export interface Effect {
  /** Epoch milliseconds of the save, or of the start. */
  readonly sinceMs: number;
  /** Files as a person would open them. */
  readonly files: readonly string[];
  readonly questions: QuestionChanges;
  /** False while it is judged by the hasty lesson. */
  readonly isFinal: boolean;
}

export interface WorkshopState {
  /** Grows with every change of anything below. */
  readonly version: number;
  readonly folder: string;
  /** The FAQ that answers: the last one without an error. */
  readonly languages: readonly string[];
  readonly name: Texts;
  /** Category id → title, in menu order. */
  readonly categories: Readonly<Record<string, Texts>>;
  /** In order of their numbers. */
  readonly entries: readonly WorkshopEntry[];
  readonly learning: Learning;
  /** The linter's findings on the files as they stand, also where they can't be used. */
  readonly findings: readonly Problem[];
  /** True while the files hold an error, so that an older FAQ answers. */
  readonly isBroken: boolean;
  readonly rivals: readonly LocatedRival[];
  readonly confusion: ConfusionMap;
  readonly lastSave: Effect | undefined;
  readonly sinceStart: Effect | undefined;
}
