// What `faq check` costs, rule by rule: on our own FAQ, and on a generated one of any size.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { checkFaq } from "../../bin/check/check.ts";
import { rules } from "../../bin/check/registry.ts";
import { readFaqFolder } from "../../bin/faq-folder.ts";
import { startProgress } from "../../bin/progress.ts";
import { formatTable } from "../../bin/table.ts";
import type { Entry, Language } from "../../functions/webhook/faq/faq.ts";
import { readSources } from "../../functions/webhook/faq/read.ts";
import type { FaqFile } from "../../functions/webhook/faq/yaml.ts";
import { wholeNumber } from "./arguments.ts";
import { generateBank } from "./scale/bank.ts";
import { languages } from "./scale/writer.ts";

const phrasingsInEach = 10;
const root = join(import.meta.dirname, "../..");

export function benchCheck(args: readonly string[]): void {
  const { values } = parseArgs({
    args: [...args],
    options: { entries: { type: "string", default: "2000" } },
  });
  const entries = wholeNumber("--entries", values.entries);
  measure("Our own FAQ", readFaqFolder(join(root, "faq")));
  measure(
    `${entries} generated entries, 2 languages, ${phrasingsInEach} phrasings in each`,
    generateFaq(entries),
  );
}

function measure(title: string, files: readonly FaqFile[]): void {
  const startedMs = performance.now();
  readSources(files);
  const readMs = performance.now() - startedMs;
  const progress = startProgress(title);
  const spentMs = new Map<string, number>();
  const timed = rules.map((rule) => ({
    ...rule,
    find(...given: Parameters<typeof rule.find>) {
      const startedMs = performance.now();
      const found = [...rule.find(...given)];
      spentMs.set(rule.name, performance.now() - startedMs);
      return found;
    },
  }));
  const checkStartedMs = performance.now();
  const { problems } = checkFaq(files, {
    today: "2026-11-27",
    rules: timed,
    onProgress: progress.show,
  });
  const checkMs = performance.now() - checkStartedMs;
  progress.end();
  const slowest = [...spentMs].toSorted(([, a], [, b]) => b - a).slice(0, 8);
  const rows = [["reading", readMs] as const, ...slowest, ["all of the check", checkMs] as const];
  process.stdout.write(
    `${title}: ${problems.length} findings\n${formatTable(
      ["", "ms"],
      rows.map(([name, ms]) => [name, ms.toFixed(0)]),
    )}\n\n`,
  );
}

/** Entries of invented words, used as often as those of a real FAQ, each in a file. */
function generateFaq(count: number): FaqFile[] {
  const { entries } = generateBank(count, languages.length * phrasingsInEach).faq;
  return [
    { path: "bot.yaml", text: `languages: [${languages.join(", ")}]\n` },
    ...entries.map((entry) => ({
      path: `${entry.category}/${entry.id}.yaml`,
      text: writeEntry(entry),
    })),
  ];
}

function writeEntry({ question, short, number, answer, phrasings }: Entry): string {
  const inEach = (make: (language: Language) => string) =>
    languages.map((language) => `  ${language}: ${make(language)}\n`).join("");
  const listed = (language: Language) =>
    phrasings
      .filter((phrasing) => phrasing.language === language)
      .map(({ text }) => `\n    - ${JSON.stringify(text)}`)
      .join("");
  return [
    `question:\n${inEach((language) => JSON.stringify(`${question[language]}?`))}`,
    `short:\n${inEach((language) => JSON.stringify(short[language]?.slice(0, 18).trim()))}`,
    `number: ${number}\n`,
    `answer:\n${inEach((language) => JSON.stringify(`${answer[language]}.`))}`,
    "sources:\n  - title: Rules\nverified: 2026-11-23\n",
    `phrasings:\n${inEach(listed)}`,
  ].join("");
}
