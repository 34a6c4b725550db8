// Holds how many of our own labelled questions are answered rightly and wrongly.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { judge } from "../../bin/evaluation/judge.ts";
import { readLabelled } from "../../bin/evaluation/labelled.ts";
import { outcomeOf } from "../../bin/evaluation/outcome.ts";
import { openFaq } from "../../bin/open-faq.ts";
import { createMatcher, type Matcher } from "../../functions/webhook/matching/matcher.ts";
import { changes, type Held, heldOf } from "./outcome.ts";

const folder = import.meta.dirname;
const heldPath = join(folder, "held.json");
const files = readdirSync(folder).filter((name) => name.endsWith(".jsonl"));
const held = JSON.parse(readFileSync(heldPath, "utf8")) as Record<string, Held | undefined>;
/**
 * Learning anew moves a few questions near a threshold, whatever was edited: no honest edit should
 * be refused for one of them.
 */
const slackOf = (questions: number) => Math.ceil(questions / 100);
/** `npm run hold` keeps what is found instead of comparing it. */
const isHolding = process.env.HOLD === "1";

describe("our own labelled questions", () => {
  let matcher: Matcher;
  const found: Record<string, Held> = {};
  beforeAll(() => {
    const { model, lexicon } = openFaq(join(folder, "../../faq"));
    matcher = createMatcher(model, lexicon);
  });
  afterAll(() => {
    if (isHolding) writeFileSync(heldPath, `${JSON.stringify(found, null, 2)}\n`);
  });

  it.each(files)("%s: about as many are answered rightly, and as few wrongly, as held", (file) => {
    const outcomes = new Map(
      readLabelled(readFileSync(join(folder, file), "utf8")).map((question) => [
        question.text,
        outcomeOf(judge(question, matcher)),
      ]),
    );
    const now = heldOf(outcomes);
    found[file] = now;
    if (isHolding) return;
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
  });
});
