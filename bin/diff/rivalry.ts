// Which entries compete since an edit, and which no longer do.
import type { Faq } from "../../functions/webhook/faq/faq.ts";
import type { Confusion } from "../rivals/confusion.ts";
import { findRivals, type Rival, type Rivalry } from "../rivals/rivals.ts";
import { type Renaming, without } from "./entries.ts";

/** How many phrasings of one entry another would take, were each not listed. */
export interface PairChange {
  readonly from: string;
  readonly to: string;
  readonly before: number;
  readonly after: number;
}

export interface RivalryChanges {
  /** Phrasings that another entry plainly wins now, and didn't. */
  readonly added: readonly Rival[];
  /** Phrasings that are still there and no longer have a rival. */
  readonly removed: readonly Rival[];
  /** Entries that compete noticeably more or less, the largest changes first. */
  readonly pairs: readonly PairChange[];
}

/** An edit shifts a phrasing or two of its neighbours; a pair is told of from here on. */
const noticeable = 3;

export function compareRivalries(
  before: Faq | undefined,
  after: Faq,
  renamed: readonly Renaming[],
  onProgress: (share: number) => void = () => {},
): RivalryChanges {
  const newIds = new Map(renamed.map(({ from, to }) => [from, to]));
  const was = before
    ? underNewIds(
        findRivals(before, (share) => onProgress(share / 2)),
        newIds,
      )
    : nothing;
  const is = findRivals(after, (share) => onProgress((1 + share) / 2));
  const listed = new Set(
    after.entries.flatMap(({ id, phrasings }) => phrasings.map(({ text }) => `${id}\0${text}`)),
  );
  return {
    added: without(is.rivals, was.rivals, keyOf),
    removed: without(was.rivals, is.rivals, keyOf).filter((rival) => listed.has(keyOf(rival))),
    pairs: comparePairs(was.confusion.confusions, is.confusion.confusions),
  };
}

const nothing: Rivalry = { rivals: [], confusion: { entries: [], sizes: [], confusions: [] } };

function underNewIds({ rivals, confusion }: Rivalry, newIds: ReadonlyMap<string, string>): Rivalry {
  const named = (id: string) => newIds.get(id) ?? id;
  return {
    rivals: rivals.map((one) => ({ ...one, entry: named(one.entry), rival: named(one.rival) })),
    confusion: {
      ...confusion,
      confusions: confusion.confusions.map((one) => ({
        ...one,
        from: named(one.from),
        to: named(one.to),
      })),
    },
  };
}

function keyOf({ entry, phrasing }: Rival): string {
  return `${entry}\0${phrasing.text}`;
}

function comparePairs(was: readonly Confusion[], is: readonly Confusion[]): PairChange[] {
  const pairs = new Map<string, PairChange>();
  for (const { from, to, count } of was) {
    pairs.set(`${from}\0${to}`, { from, to, before: count, after: 0 });
  }
  for (const { from, to, count } of is) {
    const before = pairs.get(`${from}\0${to}`)?.before ?? 0;
    pairs.set(`${from}\0${to}`, { from, to, before, after: count });
  }
  const change = ({ before, after }: PairChange) => Math.abs(after - before);
  return [...pairs.values()]
    .filter((pair) => change(pair) >= noticeable)
    .sort((a, b) => change(b) - change(a));
}
