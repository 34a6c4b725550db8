// Holds how many of our own labelled questions are answered rightly and wrongly.
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Matcher } from "../../functions/webhook/matching/matcher.ts";
import { changes, type Held, heldOf } from "./outcome.ts";
import { heldPath, outcomesOf, ownMatcher, questionFiles } from "./own-outcomes.ts";

const held = JSON.parse(readFileSync(heldPath, "utf8")) as Record<string, Held | undefined>;
/**
 * Learning anew moves a few questions near a threshold, whatever was edited: no honest edit should
 * be refused for one of them.
 */
const slackOf = (questions: number) => Math.ceil(questions / 100);

describe("our own labelled questions", () => {
  let matcher: Matcher;
  beforeAll(() => {
    matcher = ownMatcher();
  });

  it.each(questionFiles)(
    "%s: about as many are answered rightly, and as few wrongly, as held",
    (file) => {
      const outcomes = outcomesOf(file, matcher);
      const now = heldOf(outcomes);
      const before = held[file];
      if (!before) throw new Error(`Nothing is held of ${file} yet: run \`npm run hold\`.`);
      const changed = changes(before.exceptions, now.exceptions);
      console.log(
        [
          `${file}: ${now.right} right (held: ${before.right}), ${now.wrong} wrong (held: ${before.wrong}) of ${outcomes.size}`,
          ...changed.map((line) => `  ${line}`),
          ...(changed.length > 0 ? ["To hold what is found now: npm run hold"] : []),
        ].join("\n"),
      );
      const slack = slackOf(outcomes.size);
      expect(now.right).toBeGreaterThanOrEqual(before.right - slack);
      expect(now.wrong).toBeLessThanOrEqual(before.wrong + slack);
    },
  );
});
