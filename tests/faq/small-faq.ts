// A FAQ of two entries as YAML, in one language or two, to break in one place at a time.
import type { FaqFile } from "../../functions/webhook/faq/yaml.ts";

const good: Readonly<Record<string, string>> = {
  "bot.yaml": `languages: [id, en]
name: {id: Pustaka, en: Library}
`,
  "borrowing/how-many-books.yaml": `question:
  id: Berapa buku yang boleh dipinjam?
  en: How many books may I borrow?
short: {id: Banyak buku, en: How many books}
number: 1
answer:
  id: Lima buku.
  en: Five books.
sources:
  - title: Rules of the library
    url: https://example.org/rules
related: [opening-hours]
verified: 2026-11-23
phrasings:
  id: [pinjam berapa buku]
  en: [borrow how many books]
`,
  "visiting/opening-hours.yaml": `question:
  id: Jam berapa buka?
  en: When do you open?
short: {id: Jam buka, en: Opening hours}
number: 2
answer:
  id: Pukul sembilan.
  en: At nine.
sources:
  - title: Sign at the door
related: [how-many-books]
verified: 2026-11-23
phrasings:
  id: [buka jam berapa]
  en: [opening time]
`,
};

export const booksFile = "borrowing/how-many-books.yaml";
export const hoursFile = "visiting/opening-hours.yaml";

/** The files of the good FAQ, some of them changed, added or (with `undefined`) left out. */
export function faqFiles(changes: Readonly<Record<string, string | undefined>> = {}): FaqFile[] {
  return Object.entries({ ...good, ...changes })
    .flatMap(([path, text]) => (text === undefined ? [] : [{ path, text }]))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A file of the good FAQ with one part of its text replaced. */
export function edited(path: string, part: string | RegExp, replacement: string): string {
  const text = good[path] ?? "";
  const changed = text.replace(part, () => replacement);
  if (changed === text) throw new Error(`${path} does not hold ${part}`);
  return changed;
}
