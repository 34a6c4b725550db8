// Entries that another one takes most questions from.
import type { Finding, Rule } from "../rule.ts";

/** Fewer phrasings than these may go astray by chance. */
const fewest = 4;
const mostOf = 0.5;

export const swallowed: Rule = {
  name: "swallowed",
  why: "Two entries are asked for in the same words, so the bot can't tell which one is meant.",
  remedy: "Put both into one entry, or give each ways of asking that only fit its own answer.",
  bad: "# in late-fine.yaml, beside an entry return-late\n- penalty for late return\n- charge for late books",
  good: "# all in return-late.yaml\n- late return penalty\n- charge for late books",
  *find({ rivalry, fileOf }): Generator<Finding> {
    const { entries = [], sizes = [], confusions = [] } = rivalry()?.confusion ?? {};
    const order = new Map(entries.map((id, index) => [id, index]));
    for (const { from, to, count, share } of confusions) {
      const file = fileOf(from);
      if (!file || count < fewest || share < mostOf) continue;
      yield {
        file,
        path: ["phrasings"],
        message: `${count} of ${sizes[order.get(from) ?? -1]} ways of asking for "${from}" would be taken for "${to}", were they not listed here.`,
      };
    }
  },
};
