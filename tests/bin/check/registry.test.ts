// Every rule is told of: in one registry, in the same words in docs/check.md, and to some purpose.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { explanationRules } from "../../../bin/check/explanation-rules.ts";
import { formatRules } from "../../../bin/check/format-rules.ts";
import { knownRules, ruleGroups, rules } from "../../../bin/check/registry.ts";
import { readerRules } from "../../../functions/webhook/faq/reader-rules.ts";
import { brokenFaqs } from "../../faq/broken-faqs.ts";

describe("the registry of rules", () => {
  it("has every rule once: those of the reader, of the linter and of explanations", () => {
    const names = ruleGroups.flatMap(({ rules }) => rules.map(({ name }) => name));
    expect(names).toHaveLength(new Set(names).size);
    expect(new Set(names)).toEqual(
      new Set([
        ...readerRules,
        ...rules.map(({ name }) => name),
        ...explanationRules.map(({ name }) => name),
      ]),
    );
  });

  it("has nothing of the reader's that no broken FAQ shows", () => {
    const shown = new Set(
      brokenFaqs.flatMap(({ problems }) =>
        problems.map((line) => /\(([a-z-]+)\)$/.exec(line)?.[1]),
      ),
    );
    expect(readerRules.filter((name) => !shown.has(name))).toEqual([]);
  });

  it.each([...knownRules.values()])(
    "tells of $name in whole sentences, with two examples",
    (rule) => {
      expect(rule.name).toMatch(/^[a-z]+(-[a-z]+)+$|^[a-z]+$/);
      expect(rule.why).toMatch(/^[A-Z].*\.$/);
      expect(rule.remedy).toMatch(/^[A-Z].*\.$/);
      expect(rule.bad).not.toBe(rule.good);
    },
  );

  it("is what docs/check.md ends with: if not, put there what `faq check --rules` prints", () => {
    const page = readFileSync(join(import.meta.dirname, "../../../docs/check.md"), "utf8");
    expect(page.slice(page.indexOf("## The rules"))).toBe(`## The rules\n\n${formatRules()}`);
  });
});
