// All rules of the linter, family by family; what the reader finds comes before them.
import { type ReaderRule, readerRules } from "../../functions/webhook/faq/reader-rules.ts";
import { explanationRules } from "./explanation-rules.ts";
import { readerTexts } from "./reader-texts.ts";
import type { Rule, RuleText } from "./rule.ts";
import { channelRules } from "./rules/channels.ts";
import { competing } from "./rules/competing.ts";
import { conceptRules } from "./rules/concepts.ts";
import { fileRules } from "./rules/files.ts";
import { languageRules } from "./rules/languages.ts";
import { letterRules } from "./rules/letters.ts";
import { linkRules } from "./rules/links.ts";
import { personalRules } from "./rules/personal.ts";
import { phrasingRules } from "./rules/phrasings.ts";
import { slangRules } from "./rules/slang.ts";
import { swallowed } from "./rules/swallowed.ts";
import { translationRules } from "./rules/translations.ts";
import { twiceRules } from "./rules/twice.ts";
import { upkeepRules } from "./rules/upkeep.ts";
import { writingRules } from "./rules/writing.ts";

interface Family {
  readonly title: string;
  readonly rules: readonly Rule[];
}

const families: readonly Family[] = [
  { title: "Ways of asking", rules: [...phrasingRules, competing, swallowed] },
  { title: "The same thing twice", rules: twiceRules },
  { title: "Languages", rules: [...languageRules, ...translationRules] },
  { title: "Channels", rules: channelRules },
  { title: "Writing", rules: [...writingRules, ...letterRules] },
  { title: "Links and sources", rules: linkRules },
  { title: "Keeping an entry up", rules: upkeepRules },
  { title: "words.yaml", rules: [...slangRules, ...conceptRules] },
  { title: "Files and people", rules: [...fileRules, ...personalRules] },
];

export const rules: readonly Rule[] = families.flatMap(({ rules }) => rules);

export interface KnownRule extends RuleText {
  readonly name: string;
}

export interface RuleGroup {
  readonly title: string;
  readonly rules: readonly KnownRule[];
}

/** Everything that `faq check` may report, as a person is told of it. */
export const ruleGroups: readonly RuleGroup[] = [
  {
    title: "What keeps a file from being read",
    rules: readerRules.map((name: ReaderRule) => ({ name, ...readerTexts[name] })),
  },
  ...families,
  { title: "Explanations", rules: explanationRules },
];

export const knownRules: ReadonlyMap<string, KnownRule> = new Map(
  ruleGroups.flatMap(({ rules }) => rules.map((rule) => [rule.name, rule])),
);
