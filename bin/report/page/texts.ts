// What the report's page says, whatever the language.
import type { ColumnName } from "../cells.ts";
import type { PeriodUnit } from "../report-days.ts";
import type { UnknownReason } from "../uncounted.ts";

/** Numbers arrive written for people. */
export interface PageTexts {
  readonly title: string;
  readonly days: (from: string, to: string) => string;
  readonly skip: string;
  readonly columns: Readonly<Record<ColumnName, string>>;
  readonly questions: string;
  readonly asTable: string;
  readonly number: string;
  readonly share: string;
  readonly chart: string;

  readonly emptyTitle: string;
  readonly empty: readonly string[];
  readonly emptyTry: string;
  readonly emptyEarlier: string;

  readonly outcomesTitle: string;
  readonly outcomesNote: string;
  readonly outcome: string;

  readonly periodsTitle: Readonly<Record<PeriodUnit, string>>;
  readonly periodsNote: Readonly<Record<PeriodUnit, string>>;
  readonly periodsNone: string;
  readonly period: Readonly<Record<PeriodUnit, string>>;
  readonly most: Readonly<Record<PeriodUnit, (n: string, from: string) => string>>;

  readonly lacksTitle: string;
  readonly lacksNote: string;
  readonly lacksAdvice: Readonly<Record<"suggested" | "unanswered" | "unhelpful", string>>;
  readonly lacksNone: string;
  readonly lacksFar: (n: string) => string;
  readonly lookCloser: string;
  readonly open: string;

  readonly topTitle: string;
  readonly topNote: string;
  readonly topNone: string;
  readonly entry: string;
  readonly noEntry: string;
  readonly allEntries: string;
  readonly moreEntries: (n: number) => string;

  readonly languagesTitle: string;
  readonly language: string;
  readonly channelsTitle: string;
  readonly channel: string;
  readonly batchNote: (questions: string) => string;
  readonly batchNone: (least: number) => string;
  readonly others: string;
  readonly chatPage: string;
  readonly generic: string;

  readonly pickedTitle: string;
  readonly pickedNote: (answers: string) => string;
  readonly pickedNone: (least: number) => string;

  readonly feedbackTitle: string;
  readonly feedbackNone: string;
  readonly feedback: string;

  readonly notesTitle: string;
  readonly notes: (timeZone: string) => readonly string[];
  readonly exactNumbers: string;
  readonly uncounted: (most: string, from: string, to: string) => string;
  readonly uncountedNone: string;
  readonly uncountedUnknown: (why: string) => string;
  readonly unknownReasons: Readonly<Record<UnknownReason, string>>;
  readonly rawTitle: string;
  readonly rawNote: string;
}
