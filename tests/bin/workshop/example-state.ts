// Invented states of the workshop, of the small library whose FAQ the pages' tests show.

import type { QuestionChange, QuestionChanges } from "../../../bin/diff/questions.ts";
import type { LocatedRival } from "../../../bin/rivals/locate.ts";
import type { WorkshopEntry, WorkshopState } from "../../../bin/workshop/state.ts";
import type { Problem } from "../../../functions/webhook/faq/problem.ts";
import { faq } from "../../page/fixture.ts";

const phrasings: Readonly<Record<string, readonly [language: string, text: string][]>> = {
  join: [
    ["id", "cara daftar jadi anggota perpus"],
    ["id", "mau bikin kartu perpus gmn"],
    ["en", "how do i sign up"],
    ["en", "can my kid get a library card"],
    ["mixed", "gimana cara register member"],
  ],
  "renew-card": [
    ["id", "kartu saya sudah mati, gimana"],
    ["en", "my card has expired"],
  ],
  "return-late": [["en", "is there a fine"]],
};

export function exampleEntries(): WorkshopEntry[] {
  return faq.entries.map((entry) => {
    const own = Object.entries(entry.question).map(([language, text]) => [language, text] as const);
    return {
      ...entry,
      file: `faq/${entry.category}/${entry.id}.yaml`,
      phrasings: [...own, ...(phrasings[entry.id] ?? [])].map(([language, text], at) => ({
        language,
        text,
        line: at < own.length ? at + 2 : at + 20,
      })),
    };
  });
}

const finding = (
  file: string,
  line: number,
  severity: Problem["severity"],
  rule: string,
  message: string,
  remedy: string,
): Problem => ({ file: `faq/${file}`, line, column: 5, severity, rule, message, remedy });

const findings: Problem[] = [
  finding(
    "membership/join.yaml",
    27,
    "warning",
    "competing-phrasing",
    '"can my kid get a library card" would go to renew-card.',
    "Move it there, or give this entry more phrasings like it.",
  ),
  finding(
    "membership/join.yaml",
    31,
    "warning",
    "few-phrasings",
    "There are only 3 phrasings in id.",
    "Add seven more, as different as you can think of.",
  ),
  finding(
    "visiting/opening-hours.yaml",
    9,
    "error",
    "empty-text",
    "The answer in en is empty.",
    "Write it, or remove the line.",
  ),
];

const rival: LocatedRival = {
  entry: "join",
  phrasing: { text: "can my kid get a library card", language: "en" },
  rival: "renew-card",
  closest: { text: "my card has expired", language: "en" },
  evidence: 9.5,
  place: { file: "faq/membership/join.yaml", line: 25, column: 7 },
  closestPlace: { file: "faq/membership/renew-card.yaml", line: 23, column: 7 },
};

const change = (
  text: string,
  from: QuestionChange["from"],
  to: QuestionChange["to"],
): QuestionChange => ({
  text,
  language: "en",
  origin: "file",
  accepted: ["return-late"],
  from,
  to,
});

const right = {
  decision: { kind: "answer", entry: "return-late" },
  outcome: "right",
} as const;
const wrong = {
  decision: { kind: "answer", entry: "how-many-books" },
  outcome: "wrong",
} as const;
const suggested = {
  decision: { kind: "suggest", entries: ["return-late", "how-many-books"] },
  outcome: "suggested",
} as const;

const none = { right: 0, quiet: 0, suggested: 0, missed: 0, wrong: 0 };

const changes: QuestionChanges = {
  worse: [change("what if i keep a book too long", right, wrong)],
  better: [
    change("do you charge for late books", suggested, right),
    change("i forgot to bring it back", wrong, suggested),
  ],
  other: [
    {
      ...change("is it open on sunday", suggested, { decision: { kind: "fallback" } }),
      accepted: [],
    },
  ],
  totals: {
    labelled: {
      questions: 40,
      before: { ...none, right: 30, quiet: 4, suggested: 3, missed: 2, wrong: 1 },
      after: { ...none, right: 31, quiet: 4, suggested: 2, missed: 2, wrong: 1 },
    },
    own: {
      questions: 14,
      before: { ...none, right: 14 },
      after: { ...none, right: 14 },
    },
  },
  strangers: [],
};

/** Nothing saved yet, everything learnt. */
export function exampleState(more: Partial<WorkshopState> = {}): WorkshopState {
  const ids = faq.entries.map(({ id }) => id);
  return {
    version: 1,
    folder: "faq",
    languages: faq.bot.languages,
    name: faq.bot.name,
    categories: Object.fromEntries(faq.bot.categories),
    entries: exampleEntries(),
    learning: { kind: "learnt" },
    findings,
    isBroken: false,
    rivals: [rival],
    confusion: {
      entries: ids,
      sizes: ids.map(() => 20),
      confusions: [
        { from: "join", to: "renew-card", count: 5, share: 0.25 },
        { from: "how-many-books", to: "return-late", count: 3, share: 0.15 },
        { from: "renew-card", to: "membership-fee", count: 2, share: 0.1 },
        { from: "membership-fee", to: "join", count: 1, share: 0.05 },
        { from: "bring-food", to: "opening-hours", count: 1, share: 0.01 },
      ],
    },
    lastSave: undefined,
    sinceStart: undefined,
    ...more,
  };
}

/** After a save, judged by the hasty lesson only. */
export function savedState(more: Partial<WorkshopState> = {}): WorkshopState {
  const effect = {
    sinceMs: Date.UTC(2026, 10, 27, 9, 41, 7),
    files: ["faq/borrowing/return-late.yaml"],
    questions: changes,
    isFinal: false,
  };
  return exampleState({
    version: 2,
    learning: { kind: "hasty", share: 0.4 },
    lastSave: effect,
    sinceStart: { ...effect, sinceMs: Date.UTC(2026, 10, 27, 9, 0, 0) },
    ...more,
  });
}
