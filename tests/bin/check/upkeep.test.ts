// The day an answer was checked may be a day ahead of the machine that looks, and no more.
import { expect, it } from "vitest";
import { checkFaq } from "../../../bin/check/check.ts";
import { edit, faqFiles, hoursFile } from "./good-faq.ts";

const verified = /verified: (\d{4}-\d\d-\d\d)/;

function rulesFor(day: string, today: string): string[] {
  const text = faqFiles({}).find(({ path }) => path === hoursFile)?.text ?? "";
  const [line = "", was = ""] = verified.exec(text) ?? [];
  const files = faqFiles(edit(hoursFile, [line, line.replace(was, day)]));
  return checkFaq(files, { today }).problems.map(({ rule }) => rule);
}

it("takes a day that has begun elsewhere, also where a month ends", () => {
  expect(rulesFor("2026-11-28", "2026-11-27")).toEqual([]);
  expect(rulesFor("2026-12-01", "2026-11-30")).toEqual([]);
});

it("says of the day after that it is yet to come", () => {
  expect(rulesFor("2026-11-29", "2026-11-27")).toEqual(["verified-later"]);
});
