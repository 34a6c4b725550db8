// Findings as a person, a program, a code host and GitHub's log read them.
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatProblems } from "../../../bin/check/format.ts";
import { formatSarif } from "../../../bin/check/format-sarif.ts";
import { knownRules } from "../../../bin/check/registry.ts";
import type { Shown } from "../../../bin/check/shown.ts";

const stale: Shown = {
  file: "faq/visiting/opening-hours.yaml",
  line: 20,
  column: 11,
  rule: "stale",
  severity: "warning",
  message: "This answer was last checked 200 days ago, on 2026-05-11.",
  remedy: "Compare the answer with its sources.",
};
const form: Shown = {
  ...stale,
  line: 7,
  column: 9,
  rule: "wrong-form",
  severity: "error",
  message: "It is 100 % wrong:\nno number.",
  remedy: "Write a number.",
};
const explained: Shown = {
  ...stale,
  file: "faq/50%, or: more/a b.yaml",
  explained: "the update is long over",
};

describe("as text", () => {
  it("tells the place, what is wrong there and, beneath, what to do; a blank line between files", () => {
    expect(formatProblems([form, stale, explained], "text", false)).toBe(
      [
        "faq/visiting/opening-hours.yaml:7:9 error: It is 100 % wrong:\nno number. (wrong-form)",
        "    Write a number.",
        "faq/visiting/opening-hours.yaml:20:11 warning: This answer was last checked 200 days ago, on 2026-05-11. (stale)",
        "    Compare the answer with its sources.",
        "",
        "faq/50%, or: more/a b.yaml:20:11 explained: This answer was last checked 200 days ago, on 2026-05-11. (stale)",
        "    Fine: the update is long over",
        "",
      ].join("\n"),
    );
  });

  it("has colours only where it is asked for them", () => {
    expect(formatProblems([stale], "text", true)).toContain("\u001b[33mwarning");
    expect(formatProblems([stale], "text", false)).not.toContain("\u001b");
  });

  it("is empty where there is nothing", () => {
    expect(formatProblems([], "text", true)).toBe("");
  });
});

it("as JSON, is what the interface promises, and more only behind that", () => {
  const [first] = JSON.parse(formatProblems([{ ...stale, fix: "adds it" }], "json", false));
  expect(Object.keys(first)).toEqual([
    ...["file", "line", "column", "rule", "severity", "message", "remedy", "fix"],
  ]);
});

it("as GitHub's workflow commands, escapes what would end a property or a line", () => {
  expect(formatProblems([form, explained], "github", false).split("\n")).toEqual([
    "::error file=faq/visiting/opening-hours.yaml,line=7,col=9,title=faq check%3A wrong-form::It is 100 %25 wrong:%0Ano number.%0AWrite a number.",
    "::notice file=faq/50%25%2C or%3A more/a b.yaml,line=20,col=11,title=faq check%3A stale::This answer was last checked 200 days ago, on 2026-05-11.%0AFine: the update is long over",
    "",
  ]);
});

describe("as SARIF", () => {
  const sarif = formatSarif([form, stale, explained]);
  const [run] = sarif.runs;

  it("has the version, the tool, its rules and the results", () => {
    expect(sarif.version).toBe("2.1.0");
    expect(run?.tool.driver.rules.map(({ id }) => id)).toEqual([...knownRules.keys()]);
    expect(run?.results.map(({ ruleId, level }) => ({ ruleId, level }))).toEqual([
      { ruleId: "wrong-form", level: "error" },
      { ruleId: "stale", level: "warning" },
      { ruleId: "stale", level: "warning" },
    ]);
    for (const { ruleId, ruleIndex } of run?.results ?? []) {
      expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    }
  });

  it("places a result by an address relative to the folder it runs in, or a whole one", () => {
    const uriOf = (file: string) =>
      formatSarif([{ ...stale, file }]).runs[0]?.results[0]?.locations[0]?.physicalLocation;
    expect(uriOf("faq/50%, or: more/a b.yaml")).toEqual({
      artifactLocation: { uri: "faq/50%25%2C%20or%3A%20more/a%20b.yaml" },
      region: { startLine: 20, startColumn: 11 },
    });
    expect(uriOf(join(process.cwd(), "faq/a.yaml"))?.artifactLocation.uri).toBe("faq/a.yaml");
    expect(uriOf("/elsewhere/a b.yaml")?.artifactLocation.uri).toBe("file:///elsewhere/a%20b.yaml");
  });

  it("marks as suppressed what a comment explains", () => {
    expect(run?.results.map(({ suppressions }) => suppressions)).toEqual([
      undefined,
      undefined,
      [{ kind: "inSource", justification: "the update is long over" }],
    ]);
  });
});
