// What `faq check` costs, rule by rule: on our own FAQ, and on a generated one of any size.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { checkFaq } from "../../bin/check/check.ts";
import { rules } from "../../bin/check/registry.ts";
import { readFaqFolder } from "../../bin/faq-folder.ts";
import { startProgress } from "../../bin/progress.ts";
import { formatTable } from "../../bin/table.ts";
import { readSources } from "../../functions/webhook/faq/read.ts";
import type { FaqFile } from "../../functions/webhook/faq/yaml.ts";
import { pick, seededRandom } from "../../functions/webhook/training/random.ts";

const root = join(import.meta.dirname, "../..");

export function benchCheck(args: readonly string[]): void {
  const { values } = parseArgs({
    args: [...args],
    options: { entries: { type: "string", default: "2000" } },
  });
  const entries = Number(values.entries);
  if (!Number.isInteger(entries) || entries < 1) {
    throw new Error(`--entries takes a whole number, not "${values.entries}".`);
  }
  measure("Our own FAQ", readFaqFolder(join(root, "faq")));
  measure(`${entries} generated entries, 2 languages, 10 phrasings in each`, generateFaq(entries));
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

const languages = ["id", "en"];
const phrasingsInEach = 10;
const seed = 7;

/** Entries of invented words, some of all entries and some of one, like those of a real FAQ. */
function generateFaq(count: number): FaqFile[] {
  const random = seededRandom(seed);
  const syllables = ["ba", "ke", "li", "mo", "nu", "ra", "si", "to", "wa", "ye", "dar", "pin"];
  const word = () =>
    Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(syllables, random)).join("");
  const list = (length: number) => Array.from({ length }, word);
  const common = new Map(languages.map((language) => [language, list(400)]));
  const entry = (number: number): FaqFile => {
    const own = new Map(languages.map((language) => [language, list(8)]));
    const sentence = (language: string, length: number) =>
      Array.from({ length }, () =>
        pick((random() < 0.4 ? own.get(language) : common.get(language)) ?? [], random),
      ).join(" ");
    const inEach = (make: (language: string) => string) =>
      languages.map((language) => `  ${language}: ${make(language)}\n`).join("");
    const phrasings = (language: string) =>
      Array.from({ length: phrasingsInEach }, () => `    - ${sentence(language, 7)}\n`).join("");
    const text = `question:\n${inEach((language) => `${sentence(language, 6)}?`)}short:\n${inEach(
      (language) => sentence(language, 2).slice(0, 18).trim(),
    )}number: ${number}\nanswer:\n${inEach(
      (language) => `${sentence(language, 60)}.`,
    )}sources:\n  - title: Rules\nverified: 2026-11-23\nphrasings:\n${languages
      .map((language) => `  ${language}:\n${phrasings(language)}`)
      .join("")}`;
    return { path: `topic-${number % 10}/entry-${number}.yaml`, text };
  };
  return [
    { path: "bot.yaml", text: "languages: [id, en]\n" },
    ...Array.from({ length: count }, (_, index) => entry(index + 1)),
  ];
}
