// What an entry needs so that it can be tended: the day it was checked, a number of its own.
import { dayMs } from "../../../functions/webhook/counts/day.ts";
import type { Entry } from "../../../functions/webhook/faq/faq.ts";
import { isAbsent } from "../../../functions/webhook/faq/read-texts.ts";
import { numbered } from "../../numbered.ts";
import type { Finding, Rule } from "../rule.ts";
import type { EntrySubject, Subject } from "../subject.ts";

const notVerified: Rule = {
  name: "not-verified",
  why: "Nobody can tell whether the answer was ever compared with its sources, or how long ago.",
  remedy: "Compare the answer with its sources, then add `verified:` with today's date.",
  bad: "sources:\n  - title: Sign at the door",
  good: "sources:\n  - title: Sign at the door\nverified: 2026-11-23",
  *find({ entries }) {
    for (const { file } of entries) {
      if (!isAbsent(file, ["verified"])) continue;
      yield { file, path: [], message: "This answer doesn't say when it was last checked." };
    }
  },
};

const verifiedLater: Rule = {
  name: "verified-later",
  why: "A day that is yet to come can't be the day on which somebody checked the answer.",
  remedy: "Write the day on which you compared the answer with its sources.",
  bad: "verified: 2062-11-23",
  good: "verified: 2026-11-23",
  *find({ entries, today }) {
    // East of the machine that checks, where somebody may have looked, it can be a day later.
    const latest = new Date(Date.parse(today) + dayMs).toISOString().slice(0, 10);
    for (const { entry, file } of entries) {
      if (entry.verified <= latest) continue;
      yield verifiedIn(file, `${entry.verified} is yet to come: today is ${today}.`);
    }
  },
};

const stale: Rule = {
  name: "stale",
  why: "What was true when the answer was last checked may have changed since.",
  remedy:
    "Compare the answer with its sources, mend it where it is no longer right, then write today's date after `verified:`.",
  bad: "verified: 2021-05-15",
  good: "verified: 2026-11-23",
  *find({ entries, today, staleAfterDays }) {
    for (const { entry, file } of entries) {
      const age = daysSince(entry, today);
      if (age === undefined || age <= staleAfterDays) continue;
      yield verifiedIn(
        file,
        `This answer was last checked ${numbered(age, "day")} ago, on ${entry.verified}.`,
      );
    }
  },
};

function verifiedIn(file: EntrySubject["file"], message: string): Finding {
  return { file, path: ["verified"], message };
}

function daysSince({ verified }: Entry, today: Subject["today"]): number | undefined {
  const age = Math.round((Date.parse(today) - Date.parse(verified)) / dayMs);
  return Number.isNaN(age) ? undefined : age;
}

const noNumber: Rule = {
  name: "no-number",
  why: "Without a number of its own an entry takes a free one, which changes when others come and go.",
  remedy: "Add `number:` with the number that it has now; `--fix` does.",
  bad: "question: {en: When do you open?}\nanswer: {en: At nine.}",
  good: "question: {en: When do you open?}\nnumber: 14\nanswer: {en: At nine.}",
  *find({ entries }) {
    for (const { entry, file } of entries) {
      if (!isAbsent(file, ["number"])) continue;
      yield {
        file,
        path: [],
        message: `This entry has no number of its own; for now it is ${entry.number}.`,
        remedy: `Add "number: ${entry.number}".`,
      };
    }
  },
};

const repeatedRelated: Rule = {
  name: "repeated-related",
  why: "Below the answer the same question would be offered twice.",
  remedy: "Remove one of them.",
  bad: "related: [holidays, holidays]",
  good: "related: [holidays]",
  *find({ entries }) {
    for (const { entry, file } of entries) {
      for (const [index, id] of entry.related.entries()) {
        if (entry.related.indexOf(id) === index) continue;
        yield { file, path: ["related", index], message: `"${id}" stands here twice.` };
      }
    }
  },
};

export const upkeepRules: readonly Rule[] = [
  notVerified,
  verifiedLater,
  stale,
  noNumber,
  repeatedRelated,
];
