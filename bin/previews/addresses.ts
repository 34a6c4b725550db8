// Words that apps turn into links: addresses, and what only looks like one.
import type { Span } from "./span.ts";

/** Punctuation after an address belongs to the sentence. */
const lastOfAddress = "[^\\s<>\".,;:!?)\\]}'’”*~]";

const written = new RegExp(`\\bhttps?://[^\\s<>"]*${lastOfAddress}`, "gi");
const email = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}/gu;

/** A host of two labels or more without `https://`, perhaps with a path. */
const bare = new RegExp(
  "(?<![\\p{L}\\p{N}\\p{M}@._/-])(?<labels>(?:[\\p{L}\\p{N}-]+\\.)+)(?<end>[a-z]{2,})" +
    `(?![\\p{L}\\p{N}\\p{M}@-]|\\.[\\p{L}\\p{N}])(?<path>/(?:[^\\s<>"]*${lastOfAddress})?)?`,
  "giu",
);

/** Endings that are no country's; `go` is half of one, as in `kominfo.go`. */
const endings = new Set(
  `com net org info biz edu gov mil int app dev xyz online site store shop blog news live cloud tech
  top club link page chat social media wiki help support click pro mobi go`.split(/\s+/),
);

const countries = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

/** All of them, apart from each other; those without `https://` are accidental. */
export function addressesIn(text: string): Span[] {
  const whole = linksAt(text.matchAll(written), false);
  const emails = besides(whole, linksAt(text.matchAll(email), false));
  const hosts = [...text.matchAll(bare)].filter(({ groups = {} }) =>
    isHost(groups.labels ?? "", groups.end ?? "", groups.path),
  );
  const meant = [...whole, ...emails];
  return [...meant, ...besides(meant, linksAt(hosts, true))];
}

/** Those of `others` that touch none of these. */
function besides(links: readonly Span[], others: readonly Span[]): Span[] {
  return others.filter(
    (other) => !links.some(({ start, end }) => start < other.end && other.start < end),
  );
}

/** `S.Ag` and `M.Si` are degrees, `t.me/name` is an address. */
function isHost(labels: string, end: string, path: string | undefined): boolean {
  const names = labels.split(".").filter(Boolean);
  const isName = names.some((name) => name.length > 1 && /\p{L}/u.test(name));
  return isEnding(end.toLowerCase()) && (isName || path !== undefined);
}

function isEnding(end: string): boolean {
  if (end.length !== 2 || end === "go") return endings.has(end);
  return end === "uk" || countries.of(end.toUpperCase()) !== undefined;
}

const telegramForms = [
  /(?<![\p{L}\p{N}_@/.])@[a-z]\w{3,31}(?![\p{L}\p{N}_@.])/giu,
  /(?<![\p{L}\p{N}_#&/])#(?=[\p{L}\p{N}_]*\p{L})[\p{L}\p{N}_]+/gu,
  /(?<![\p{L}\p{N}_/<>.:])\/[a-z0-9_]{1,32}(?![\p{L}\p{N}_/<>])/giu,
];

/** Telegram's names, tags and commands: a tap on `/menu` sends it. */
export function telegramLinksIn(text: string): Span[] {
  return telegramForms.flatMap((form) => linksAt(text.matchAll(form), true));
}

function linksAt(found: Iterable<RegExpMatchArray>, isAccidental: boolean): Span[] {
  return Array.from(found, ({ 0: all, index = 0 }) => ({
    style: "link",
    start: index,
    end: index + all.length,
    before: 0,
    after: 0,
    isAccidental,
  }));
}
