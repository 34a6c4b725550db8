// The work that is left for a language, file by file.
import { join } from "node:path";
import { defaultLabels, defaultMessages } from "../../functions/webhook/faq/defaults.ts";
import { type Language, labelNames, messageNames } from "../../functions/webhook/faq/faq.ts";
import type { LanguageSlot } from "./language-slots.ts";

export interface Gaps {
  readonly language: Language;
  readonly all: readonly LanguageSlot[];
  readonly left: readonly LanguageSlot[];
}

export function formatGaps({ language, all, left }: Gaps, folder: string): string {
  const files = [...new Set(left.map(({ file }) => file))];
  const lines = files.map((file) => {
    const inFile = left.filter((slot) => slot.file === file);
    const places = inFile.map(({ path, line }) => `${path.join(".")} (line ${line})`);
    const total = all.filter((slot) => slot.file === file).length;
    return `${join(folder, file)}: ${total - inFile.length} of ${total} done; left: ${places.join(", ")}`;
  });
  const parts = [
    `${doneOf(all, left, true)} texts`,
    `${doneOf(all, left, false)} lists of phrasings`,
  ];
  return [...lines, `In "${language}" there are ${parts.join(" and ")}.`].join("\n");
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

function doneOf(
  all: readonly LanguageSlot[],
  left: readonly LanguageSlot[],
  isText: boolean,
): string {
  const count = (slots: readonly LanguageSlot[]) =>
    slots.filter((slot) => slot.isText === isText).length;
  return `${count(all) - count(left)} of ${count(all)}`;
}
