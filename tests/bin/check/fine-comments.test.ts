// Comments that say why a finding is right as it is.
import { describe, expect, it } from "vitest";
import { checkFaq } from "../../../bin/check/check.ts";
import { rules } from "../../../bin/check/registry.ts";
import { booksFile, type Changes, cardFile, edit, faqFiles, hoursFile, today } from "./good-faq.ts";

const check = (changes: Changes, which = rules) =>
  checkFaq(faqFiles(changes), { today, rules: which });

const placesIn = (changes: Changes) =>
  check(changes).problems.map(({ line, column, rule }) => `${line}:${column} ${rule}`);

const stale = "verified: 2021-05-15";
const staleWith = (comment: string) =>
  edit(hoursFile, ["verified: 2026-11-23", `${stale}${comment}`]);

describe("a comment that explains a finding", () => {
  it("sets it aside at the end of its line", () => {
    const { problems, explained } = check(staleWith("  # fine: stale, the update is long over"));
    expect(problems).toEqual([]);
    expect(explained).toMatchObject([
      { file: hoursFile, line: 20, rule: "stale", reason: "the update is long over" },
    ]);
  });

  it("sets it aside on the line above, also with other comments and blank lines between", () => {
    const comment = "# fine: stale, it is over\n# somebody else's comment\n\nverified: 2021-05-15";
    expect(placesIn(edit(hoursFile, ["verified: 2026-11-23", comment]))).toEqual([]);
  });

  it("sets aside all findings of its rule where it stands at the head of the file", () => {
    const head = "# Opening hours\n# fine: no-question-mark, it is the sign at the door\nquestion:";
    const [first, second] = [["buka?", "buka"] as const, ["open?", "open"] as const];
    const changes = edit(hoursFile, ["question:", head], [...first], [...second]);
    expect(placesIn(changes)).toEqual([]);
  });

  it("speaks of a whole text where it stands beside its key", () => {
    const changes = edit(
      hoursFile,
      ["  en: |-", "  en: |- # fine: html, it is about HTML"],
      ["Sundays we", "Sundays<br>we"],
    );
    expect(placesIn(changes)).toEqual([]);
  });

  it("explains what the reader warns of", () => {
    const sources = "sources:\n  - title: Sign at the door\n";
    const head = "# fine: no-source, everybody knows it\nquestion:";
    expect(placesIn(edit(hoursFile, [sources, ""], ["question:", head]))).toEqual([]);
  });

  it("does not explain another rule, another line or another file", () => {
    expect(placesIn(staleWith("  # fine: no-source, why not"))).toEqual([
      "20:11 stale",
      "20:23 unused-explanation",
    ]);
    const below = edit(hoursFile, ["verified: 2026-11-23", `${stale}\n# fine: stale, too late`]);
    expect(placesIn(below)).toEqual(["20:11 stale", "21:1 unused-explanation"]);
    const elsewhere = edit(cardFile, ["question:", "# fine: stale, all is\nquestion:"]);
    expect(placesIn({ ...staleWith(""), ...elsewhere })).toEqual([
      "1:1 unused-explanation",
      "20:11 stale",
    ]);
  });

  it("is itself reported without a reason, or with a rule that there isn't", () => {
    expect(placesIn(staleWith("  # fine: stale"))).toEqual(["20:11 stale", "20:23 no-reason"]);
    expect(placesIn(staleWith("  # fine: stail, it is over"))).toEqual([
      "20:11 stale",
      "20:23 unknown-rule",
    ]);
  });

  it("never explains an error", () => {
    const changes = edit(booksFile, ["number: 2", "number: two # fine: wrong-form, we like it"]);
    expect(placesIn(changes)).toEqual(["7:9 wrong-form"]);
  });

  it("is text within a text, be it quoted, plain or a block", () => {
    const changes = edit(
      hoursFile,
      ["We open at nine.", "We open at nine # fine: html, no comment."],
      ["    - jadwal kunjungan", '    - "jadwal # fine: html, kunjungan"'],
    );
    expect(placesIn(changes)).toEqual([]);
  });

  it("isn't called unused where its rule was not looked at", () => {
    const changes = edit(hoursFile, ["number: 1", "number: 1 # fine: html, it was"]);
    const withoutHtml = rules.filter(({ name }) => name !== "html");
    expect(check(changes, withoutHtml).problems).toEqual([]);
    expect(placesIn(changes)).toEqual(["7:11 unused-explanation"]);
  });
});
