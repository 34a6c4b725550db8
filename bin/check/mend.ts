// Mends files in memory until nothing more can be mended, and takes nothing that makes one worse.
import type { Problem } from "../../functions/webhook/faq/problem.ts";
import type { FaqFile } from "../../functions/webhook/faq/yaml.ts";
import { applyEdits, type TextEdit } from "../edit/text-edit.ts";
import { type Checked, type CheckOptions, checkFaq } from "./check.ts";
import { fixableRules, fixOf } from "./fix.ts";
import type { Fix } from "./fixes/fix.ts";
import { rules } from "./registry.ts";

export interface Mended {
  /** All files as they are now. */
  readonly files: readonly FaqFile[];
  /** Those that are changed, in order, with what was done to them. */
  readonly changes: readonly Change[];
  /** What is left, by the rules that can mend something. */
  readonly checked: Checked;
}

export interface Change {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly what: string;
}

/** What is mended may show what else can be: three times the same text is twice the same. */
const rounds = 5;

export function mend(files: readonly FaqFile[], given: CheckOptions): Mended {
  const options = { ...given, rules: rules.filter(({ name }) => fixableRules.has(name)) };
  let now: Mended = { files, changes: [], checked: checkFaq(files, options) };
  for (let round = 0; round < rounds; round++) {
    const next = mendOnce(now, options);
    if (!next) break;
    now = next;
  }
  return now;
}

/** All files together if that is good; else those that are good each by itself. */
function mendOnce(now: Mended, options: CheckOptions): Mended | undefined {
  const fixes = fixesIn(now.checked);
  if (fixes.size === 0) return undefined;
  const all = withFixes(now, fixes, options);
  if (!isWorse(all.checked, now.checked)) return all;
  let best: Mended | undefined;
  for (const [file, made] of fixes) {
    const from: Mended = best ?? now;
    const next = withFixes(from, new Map([[file, made]]), options);
    if (!isWorse(next.checked, from.checked)) best = next;
  }
  return best;
}

type Made = readonly { readonly change: Change; readonly fix: Fix }[];

function fixesIn({ problems, sources }: Checked): Map<string, Made> {
  const fixes = new Map<string, Made>();
  for (const problem of problems) {
    const fix = fixOf(problem, sources);
    if (!fix) continue;
    const { file, line, rule } = problem;
    const others = fixes.get(file) ?? [];
    // Two problems at one place are mended by one change; the next round sees to what is left.
    if (others.some((other) => overlaps(other.fix.edits, fix.edits))) continue;
    fixes.set(file, [...others, { change: { file, line, rule, what: fix.what }, fix }]);
  }
  return fixes;
}

function overlaps(some: readonly TextEdit[], others: readonly TextEdit[]): boolean {
  return some.some((one) => others.some(({ from, to }) => one.from <= to && from <= one.to));
}

function withFixes(now: Mended, fixes: Map<string, Made>, options: CheckOptions): Mended {
  const files = now.files.map(({ path, text }) => {
    const edits = fixes.get(path)?.flatMap(({ fix }) => fix.edits);
    return { path, text: edits ? applyEdits(text, edits) : text };
  });
  const changes = [...fixes.values()].flat().map(({ change }) => change);
  return {
    files,
    changes: [...now.changes, ...changes],
    checked: checkFaq(files, options),
  };
}

/** Mending leaves fewer errors, or as few and fewer warnings, and none of a kind that wasn't there. */
function isWorse(after: Checked, before: Checked): boolean {
  const errors = compareCounts(after, before, "error");
  if (errors.isMore || errors.less > 0) return errors.isMore;
  const warnings = compareCounts(after, before, "warning");
  return warnings.isMore || warnings.less === 0;
}

function compareCounts(after: Checked, before: Checked, severity: Problem["severity"]) {
  const count = ({ problems }: Checked) => {
    const counts = new Map<string, number>();
    for (const problem of problems) {
      const key = `${problem.file} ${problem.rule}`;
      if (problem.severity === severity) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts;
  };
  const [now, were] = [count(after), count(before)];
  const less = [...were].reduce((sum, [key, n]) => sum + n - (now.get(key) ?? 0), 0);
  return { less, isMore: [...now].some(([key, n]) => n > (were.get(key) ?? 0)) };
}
