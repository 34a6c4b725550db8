// What the linter found, by file.

import type { Problem } from "../../../../functions/webhook/faq/problem.ts";
import { element } from "../../../../functions/webhook/page/client/element.ts";
import { grouped } from "../indexed-state.ts";
import { fragmentOf } from "../route.ts";
import { badge, type Shown } from "./shown.ts";

export interface Wanted {
  /** Empty for all. */
  readonly severity: string;
  readonly rule: string;
}

export function findingsView(wanted: Wanted, shown: Shown): HTMLElement[] {
  const { texts, indexed } = shown;
  const all = indexed.state.findings;
  const found = wantedOf(all, wanted);
  if (all.length === 0) return [element("p", { class: "quiet" }, texts.noFindings)];
  if (found.length === 0) return [element("p", { class: "quiet" }, texts.noSuchFindings)];
  const entries = new Map(indexed.state.entries.map(({ id, file }) => [file, id]));
  return [...grouped(found, ({ file }) => file)].map(([file, problems]) => {
    const entry = entries.get(file);
    return element(
      "section",
      { class: "card", "data-key": file },
      element("h3", {}, element("code", {}, file)),
      ...(entry === undefined
        ? []
        : [
            element(
              "p",
              { class: "card-link" },
              element(
                "a",
                { href: fragmentOf("entries", entry) },
                texts.openEntry,
                element("span", { class: "unseen" }, ` ${entry}`),
              ),
            ),
          ]),
      element(
        "ul",
        { class: "finding-list" },
        ...problems.map((problem) => findingItem(problem, shown)),
      ),
    );
  });
}

export function wantedOf(all: readonly Problem[], { severity, rule }: Wanted): readonly Problem[] {
  return all.filter(
    (problem) =>
      (severity === "" || problem.severity === severity) && (rule === "" || problem.rule === rule),
  );
}

/** The linter speaks English, whatever the page does. */
export function findingItem(problem: Problem, { texts }: Shown): HTMLElement {
  const { file, line, column, severity, message, remedy, rule } = problem;
  return element(
    "li",
    { class: `finding ${severity}`, "data-key": `${line}:${column} ${rule} ${message}` },
    element(
      "p",
      { class: "finding-head" },
      badge(texts[severity], severity === "error" ? "bad" : "warn"),
      element("code", {}, `${file}:${line}:${column}`),
      element("span", { class: "rule" }, rule),
    ),
    element("p", { lang: "en" }, message),
    element("p", { class: "remedy", lang: "en" }, remedy),
  );
}

/** The rules that there are findings of; the chosen one also when its last finding is mended. */
export function ruleOptions(chosen: string, { indexed, texts }: Shown): HTMLElement[] {
  const byRule = grouped(indexed.state.findings, ({ rule }) => rule);
  const rules = [...new Set([...byRule.keys(), ...(chosen === "" ? [] : [chosen])])].sort();
  return [
    element("option", { value: "", "data-key": "", "data-text": "anyRule" }, texts.anyRule),
    ...rules.map((rule) =>
      element(
        "option",
        { value: rule, "data-key": rule },
        `${rule} (${byRule.get(rule)?.length ?? 0})`,
      ),
    ),
  ];
}
