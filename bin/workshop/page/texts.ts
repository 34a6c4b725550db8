// The words of the workshop's page. What the linter and `faq diff` say stays as they say it.
import type { Outcome } from "../../evaluation/outcome.ts";
import type { Contribution } from "../../explain/contributions.ts";
import type { Doubt } from "../../explain/doubt.ts";
import type { Loss } from "../../previews/loss.ts";
import { english } from "./texts-english.ts";
import { indonesian } from "./texts-indonesian.ts";

/** Of the page itself; the FAQ may have other languages. */
export const pageLanguages = ["id", "en"] as const;

/** Said by elements that stand in the page from the start; they name these in `data-text`. */
export interface StandingTexts {
  readonly title: string;
  readonly description: string;
  readonly needsScript: string;
  readonly skip: string;
  readonly toChat: string;
  readonly language: string;
  readonly views: string;
  readonly entries: string;
  readonly ask: string;
  readonly changes: string;
  readonly findings: string;
  readonly map: string;
  readonly connectionLost: string;
  readonly loading: string;
  readonly filter: string;
  readonly filterHint: string;
  readonly askLabel: string;
  readonly askButton: string;
  readonly askHint: string;
  readonly changesHint: string;
  readonly findingsHint: string;
  readonly severity: string;
  readonly anySeverity: string;
  readonly errors: string;
  readonly warnings: string;
  readonly rule: string;
  readonly anyRule: string;
  readonly mapHint: string;
}

export interface WorkshopTexts extends StandingTexts {
  // Learning, and what came of it
  readonly learnt: string;
  readonly learntHint: string;
  readonly hasty: (percent: string) => string;
  readonly hastyHint: string;
  readonly anew: (percent: string) => string;
  readonly anewHint: string;
  readonly failed: string;
  readonly failedHint: string;
  readonly broken: string;
  readonly brokenHint: string;
  readonly savedAt: (time: string) => string;
  readonly news: (worse: number, better: number, findings: number) => string;

  // Entries
  readonly shownEntries: (shown: number, all: number) => string;
  readonly findingCount: (count: number) => string;
  readonly rivalCount: (count: number) => string;
  readonly mixed: string;
  readonly chooseEntry: string;
  readonly noSuchEntry: (id: string) => string;
  readonly backToList: string;
  readonly number: string;
  readonly category: string;
  readonly file: string;
  readonly shortTitle: string;
  readonly answer: string;
  readonly sources: string;
  readonly noSources: string;
  readonly related: string;
  readonly verified: string;
  readonly neverVerified: string;
  readonly phrasings: string;
  readonly phrasingsHint: string;
  readonly line: (line: number) => string;
  readonly taken: string;
  readonly closest: string;
  readonly noFindingsHere: string;
  readonly jumps: string;

  // Previews
  readonly previews: string;
  readonly previewsHint: string;
  readonly previewLanguage: string;
  readonly previewFailed: string;
  readonly nothingLost: string;
  readonly lost: string;
  readonly loss: (loss: Loss) => string;
  readonly notShown: string;
  readonly smsSize: (segments: number, encoding: string) => string;
  readonly smsOutside: (characters: string) => string;
  readonly buttons: string;
  readonly listBehind: string;

  // Ask
  readonly asking: string;
  readonly askFailed: string;
  readonly askTooLong: string;
  readonly askNotYet: string;
  readonly decision: string;
  readonly answers: string;
  readonly suggests: string;
  readonly smalltalk: (kind: string) => string;
  readonly fallback: string;
  readonly nearest: string;
  readonly noWords: string;
  readonly isChoice: string;
  readonly doubts: Readonly<Record<Doubt, string>>;
  readonly replyText: string;
  readonly howSure: string;
  readonly confidence: string;
  readonly reach: string;
  readonly needs: (percent: string) => string;
  readonly needsNever: string;
  readonly isEnough: string;
  readonly isTooLittle: string;
  readonly confidenceHint: string;
  readonly kinds: string;
  readonly kindSubject: string;
  readonly kindOfftopic: string;
  readonly kindSmalltalk: string;
  readonly howRead: string;
  readonly typed: string;
  readonly slang: string;
  readonly leftOut: string;
  readonly readAs: string;
  readonly andAs: string;
  readonly concepts: string;
  readonly unknown: string;
  readonly names: (concepts: string) => string;
  readonly nothing: string;
  readonly questionLanguage: string;
  readonly topFive: string;
  readonly score: string;
  readonly whatAdds: string;
  readonly othersTogether: (count: number) => string;
  readonly logit: string;
  readonly piece: Readonly<Record<Contribution["kind"], string>>;
  readonly whatToDo: string;

  // Changes
  readonly lastSave: string;
  readonly sinceStart: string;
  readonly noSave: string;
  readonly judging: string;
  readonly provisional: (percent: string) => string;
  readonly worse: (count: number) => string;
  readonly better: (count: number) => string;
  readonly other: (count: number) => string;
  readonly nothingChanged: string;
  readonly before: string;
  readonly after: string;
  readonly difference: string;
  readonly outcome: string;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly labelled: (questions: number) => string;
  readonly own: (questions: number) => string;
  readonly decided: Readonly<{
    answer: (entry: string) => string;
    suggest: (entries: string) => string;
    smalltalk: (kind: string) => string;
    fallback: string;
  }>;
  readonly accepts: (entries: string) => string;
  readonly acceptsNone: string;
  readonly isQuestionOf: (entries: string) => string;
  readonly isFormer: string;
  readonly strangers: (count: number) => string;

  // Findings
  readonly noFindings: string;
  readonly noSuchFindings: string;
  readonly shownFindings: (shown: number, all: number) => string;
  readonly error: string;
  readonly warning: string;
  readonly openEntry: string;

  // Map
  readonly noMapYet: string;
  readonly noMapWhileBroken: string;
  readonly noConfusion: string;
  readonly mapName: string;
  readonly mapKeys: string;
  readonly mapPart: (shown: number, all: number) => string;
  readonly pair: (count: number, of: number, from: string, to: string, percent: string) => string;
  readonly pointHint: string;
  readonly pairHint: string;
  readonly pairPhrasings: string;
  readonly pairUnknown: string;
  readonly open: string;
  readonly asTable: (pairs: number) => string;
  readonly from: string;
  readonly to: string;
  readonly phrasingsTaken: string;
  readonly share: string;
  readonly legend: string;
  readonly fewer: string;
  readonly more: string;
}

/** English where we have none. */
export function workshopTextsIn(language: string): WorkshopTexts {
  return language === "id" ? indonesian : english;
}
