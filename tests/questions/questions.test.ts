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

  it.each(files)("%s: no fewer are answered rightly and no more wrongly than held", (file) => {
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
    expect(now.right).toBeGreaterThanOrEqual(before.right);
    expect(now.wrong).toBeLessThanOrEqual(before.wrong);
  });
});
