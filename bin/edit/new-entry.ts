// The text of an entry that is still to be written: every key in its place, with what belongs there.
import type { Entry, Language, Texts } from "../../functions/webhook/faq/faq.ts";
import { entryShape } from "../../functions/webhook/faq/shapes.ts";
import { schemaLineOf } from "../schema/schema-line.ts";
import { blockLines } from "./insert.ts";

export interface NewEntry {
  /** Relative to the FAQ's folder. */
  readonly path: string;
  readonly number: number;
  /** The canonical question, in the languages that it is given in. */
  readonly question: Texts;
  /** Today, as YYYY-MM-DD. */
  readonly day: string;
  readonly languages: readonly Language[];
  /** How to check the FAQ. */
  readonly checkCommand: string;
}

/** Empty texts stay empty: the reader asks for each of them, so that none is ever shown. */
export function newEntryText(entry: NewEntry): string {
  const { path, number, question, day, languages, checkCommand } = entry;
  const inEach = (line: (language: Language) => string) => languages.map(line).join("");
  return [
    `${schemaLineOf(path)}\n`,
    "# Write what is missing. These comments may go; nobody sees them but you.\n",
    `# What is left to do: ${checkCommand}\n`,
    "\n",
    key("question"),
    inEach((language) => textLine(language, question[language])),
    key("short"),
    inEach((language) => `  ${language}:\n`),
    key("number", String(number)),
    key("answer", "", "Write it beneath `|-`, four spaces in; an empty line begins a paragraph."),
    inEach((language) => `  ${language}: |-\n\n`),
    key("sources", "", "For each: `- title:` and beneath it `url:`, two and four spaces in."),
    "\n",
    comment(describe("related")),
    "# related:\n",
    "#   - the-name-of-another-entry\n",
    key("verified", day),
    key(
      "phrasings",
      "",
      "One a line after a dash: short and long, polite and rude, with slang and slips.",
    ),
    "  # Ten find the entry; the other hundred make it sure.\n",
    inEach((language) => `  ${language}:\n`),
  ].join("");
}

/** One above the highest, so that a number that people may remember never leads elsewhere. */
export function nextNumber(entries: readonly Entry[]): number {
  const taken = new Set(entries.map(({ number }) => number));
  const next = Math.max(0, ...taken) + 1;
  if (next <= 9999) return next;
  let free = 1;
  while (taken.has(free)) free += 1;
  return free;
}

function key(name: string, value = "", hint?: string): string {
  const hints = hint ? comment(hint) : "";
  return `${comment(describe(name))}${hints}${name}:${value === "" ? "" : ` ${value}`}\n`;
}

function textLine(language: Language, text: string | undefined): string {
  return text === undefined ? `  ${language}:\n` : blockLines({ [language]: text }, "  ");
}

function comment(text: string): string {
  return `# ${text}\n`;
}

/** The sentence that editors show for the same key. */
function describe(name: string): string {
  return (entryShape.kind === "fields" && entryShape.fields[name]?.description) || "";
}
