// What a difference tells, in the order in which a person wants it; each format says it its own way.
import type { Rival } from "../rivals/rivals.ts";
import type { Compared } from "./compare.ts";
import type { EntryChange, EntryName, TextChange } from "./entries.ts";
import type { QuestionChange, TotalsChange } from "./questions.ts";
import type { SourceChange } from "./sources.ts";
import { excerptOf } from "./word-diff.ts";
import { tellPair, tellPhrasings, tellThresholds, tellValue } from "./wording.ts";

/** How a format writes words within a line. */
export interface Markup {
  readonly plain: (words: string) => string;
  readonly removed: (words: string) => string;
  readonly added: (words: string) => string;
  /** Of how many runs of words a changed text may consist; the rest is left out. */
  readonly maxPieces: number;
}

/** How it writes what may stand in a list. */
export interface Items {
  readonly question: (change: QuestionChange) => string;
  readonly rival: (rival: Rival) => string;
  readonly entry: (name: string, changes: readonly string[]) => string;
  readonly name: (entry: EntryName) => string;
  readonly line: (written: string) => string;
}

export interface Section {
  readonly title: string;
  readonly items: readonly string[];
  /** Whoever reads nothing else must see this. */
  readonly isUrgent?: boolean;
}

/** Those that hold something. */
export function sectionsOf(difference: Compared, markup: Markup, write: Items): Section[] {
  const { entries, bot, questions, rivalry } = difference;
  const { plain } = markup;
  const sections: Section[] = [
    { title: "Worse", items: questions.worse.map(write.question), isUrgent: true },
    { title: "Better", items: questions.better.map(write.question) },
    { title: "Otherwise", items: questions.other.map(write.question) },
    { title: "New rivals", items: rivalry.added.map(write.rival) },
    { title: "Rivals no more", items: rivalry.removed.map(write.rival) },
    {
      title: "Entries that compete otherwise",
      items: rivalry.pairs.map((pair) => write.line(plain(tellPair(pair)))),
    },
    {
      title: "Thresholds",
      items: tellThresholds(difference).map((words) => write.line(plain(words))),
    },
    {
      title: "Entries changed",
      items: entries.changed.map((change) => write.entry(change.id, tellEntry(change, markup))),
    },
    { title: "Entries added", items: entries.added.map(write.name) },
    { title: "Entries removed", items: entries.removed.map(write.name) },
    {
      title: "Entries renamed, it seems",
      items: entries.renamed.map(({ from, to }) => write.line(`${plain(from)} → ${plain(to)}`)),
    },
    {
      title: "Texts of the bot itself",
      items: bot.map((change) => write.line(tellText(change, markup))),
    },
  ];
  return sections.filter(({ items }) => items.length > 0);
}

function tellEntry(change: EntryChange, markup: Markup): string[] {
  const { texts, sources, values, phrasings } = change;
  const { plain, removed, added } = markup;
  return [
    ...texts.map((text) => tellText(text, markup)),
    ...sources.removed.map((source) => tellSource(source, markup, removed)),
    ...sources.added.map((source) => tellSource(source, markup, added)),
    ...values.map((value) => plain(tellValue(value))),
    ...(phrasings.added + phrasings.removed > 0 ? [plain(tellPhrasings(change))] : []),
  ];
}

function tellSource(
  { language, title, url }: SourceChange,
  { plain }: Markup,
  write: Markup["added"],
) {
  const about = plain(language === undefined ? "source:" : `source (${language}):`);
  return `${about} ${write(url === undefined ? title : `${title} ${url}`)}`;
}

function tellText({ what, language, words }: TextChange, markup: Markup): string {
  const { plain, removed, added, maxPieces } = markup;
  const about = plain(`${what} (${language}):`);
  if (words.every(({ kind }) => kind === "same")) return `${about} only spaces changed`;
  const write = { same: plain, removed, added } as const;
  const pieces = excerptOf(words).map(({ kind, text }) => write[kind](text));
  const more = pieces.length > maxPieces ? ["…"] : [];
  return [about, ...pieces.slice(0, maxPieces), ...more].join(" ");
}

export interface GroupTotals {
  /** Such as "4 canonical questions". */
  readonly name: string;
  readonly change: TotalsChange;
}

const groupNames = { labelled: "labelled questions", own: "canonical questions" } as const;

/** Those of groups that have questions. */
export function groupTotals({ questions }: Compared): GroupTotals[] {
  return (["labelled", "own"] as const)
    .map((group) => ({ group, change: questions.totals[group] }))
    .filter(({ change }) => change.questions > 0)
    .map(({ group, change }) => ({ name: `${change.questions} ${groupNames[group]}`, change }));
}
