// What the FAQ lacks: entries where the bot was unsure, had no answer, or gave one of no help.
import type { ShownEntries } from "./entries.ts";
import { sum } from "./totals.ts";

/** Signs of something amiss, in the order in which they are told. */
export const signs = ["suggested", "unanswered", "unhelpful"] as const;
export type Sign = (typeof signs)[number];

export interface Lack {
  readonly entry: string;
  /** How often each sign was shown. */
  readonly shown: Readonly<Record<Sign, number>>;
  /** The one that was there most. */
  readonly mostly: Sign;
}

export interface Lacks {
  /** The entries with the most signs first. */
  readonly entries: readonly Lack[];
  /** Questions that were near to no entry. */
  readonly far: number;
}

export function lacksIn({ loud }: ShownEntries): Lacks {
  const weight = ({ shown }: Lack) => sum(signs.map((sign) => shown[sign]));
  const entries = loud
    .filter(({ entry }) => entry !== "-")
    .map(({ entry, shown }) => ({
      entry,
      shown,
      mostly: signs.reduce((most, sign) => (shown[sign] > shown[most] ? sign : most)),
    }))
    .filter((lack) => weight(lack) > 0)
    .sort((a, b) => weight(b) - weight(a));
  const near = loud.find(({ entry }) => entry === "-");
  return { entries, far: near?.shown.unanswered ?? 0 };
}
