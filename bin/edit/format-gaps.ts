// The work that is left for a language, file by file.
import { join } from "node:path";
import { defaultLabels, defaultMessages } from "../../functions/webhook/faq/defaults.ts";
import { type Language, labelNames, messageNames } from "../../functions/webhook/faq/faq.ts";
import { numbered } from "../numbered.ts";
import type { LanguageSlot } from "./language-slots.ts";

export interface Gaps {
  readonly language: Language;
  readonly all: readonly LanguageSlot[];
  readonly left: readonly LanguageSlot[];
}

/** Of a language that the FAQ has: where in its files each is missing. */
export function formatGaps(gaps: Gaps, folder: string): string {
  const lines = filesLacking(gaps).map(
    (file) =>
      `${join(folder, file)}: ${doneIn(file, gaps, ({ path, line }) => `${path.join(".")} (line ${line})`)}`,
  );
  return [...lines, total(gaps)].join("\n");
}

/** Of a language that is being prepared: what is left in the parts of its sheet that are begun. */
export function formatSheetGaps(gaps: Gaps): string {
  const needed = { ...gaps, all: gaps.all.filter(isNeeded), left: gaps.left.filter(isNeeded) };
  const lacking = filesLacking(needed);
  const begun = lacking.filter((file) => !isUntouched(file, needed));
  const untouched = lacking.length - begun.length;
  return [
    ...begun.map((file) => `${file}: ${doneIn(file, needed, ({ path }) => path.join("."))}`),
    ...(untouched > 0 ? [`Not begun: ${numbered(untouched, "file")} of the FAQ.`] : []),
    total(gaps),
  ].join("\n");
}

/** Nobody is urged to write what another language's text stands in for. */
function isNeeded({ kind }: LanguageSlot): boolean {
  return kind !== "title";
}

function filesLacking({ left }: Gaps): string[] {
  return [...new Set(left.map(({ file }) => file))];
}

function slotsIn(file: string, slots: readonly LanguageSlot[]): LanguageSlot[] {
  return slots.filter((slot) => slot.file === file);
}

function isUntouched(file: string, { all, left }: Gaps): boolean {
  return slotsIn(file, all).length === slotsIn(file, left).length;
}

function doneIn(file: string, { all, left }: Gaps, tell: (slot: LanguageSlot) => string): string {
  const lacking = slotsIn(file, left);
  const whole = slotsIn(file, all).length;
  return `${whole - lacking.length} of ${whole} done; left: ${lacking.map(tell).join(", ")}`;
}

const kindNames: readonly [LanguageSlot["kind"], string][] = [
  ["text", "texts"],
  ["title", "titles of sources"],
  ["phrasings", "lists of phrasings"],
];

function total({ language, all, left }: Gaps): string {
  const done = kindNames.flatMap(([kind, name]) => {
    const count = (slots: readonly LanguageSlot[]) =>
      slots.filter((slot) => slot.kind === kind).length;
    return count(all) > 0 ? [`${count(all) - count(left)} of ${count(all)} ${name}`] : [];
  });
  return `In "${language}" there are ${new Intl.ListFormat("en-GB").format(done)}.`;
}

/** A sentence about the bot's words that the FAQ leaves to the defaults; none if it leaves none. */
export function tellDefaults({ language, all }: Gaps): string | undefined {
  const given = new Set(all.map(({ path }) => path.join(".")));
  const defaults = [
    ...messageNames.map(
      (name) => ["messages", name, defaultMessages([language, "en"])[name]] as const,
    ),
    ...labelNames.map((name) => ["labels", name, defaultLabels([language, "en"])[name]] as const),
  ].filter(([part, name]) => !given.has(`${part}.${name}`));
  const foreign = defaults.filter(([, , texts]) => texts[language] === texts.en);
  if (language === "en" || foreign.length === 0) return undefined;
  const names = foreign.map(([part, name]) => `${part}.${name}`).join(", ");
  return `Not in bot.yaml, so the English default stands in: ${names}. To have them in "${language}", write them there in every language.`;
}
