// SARIF 2.1.0, which code hosts and editors read:
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
import { relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type KnownRule, knownRules } from "./registry.ts";
import type { Shown } from "./shown.ts";

export function formatSarif(problems: readonly Shown[]) {
  const rules = [...knownRules.values()];
  const indexOf = new Map(rules.map(({ name }, index) => [name, index]));
  return {
    $schema:
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "faq check", rules: rules.map(describe) } },
        columnKind: "unicodeCodePoints",
        results: problems.map((problem) => ({
          ruleId: problem.rule,
          ruleIndex: indexOf.get(problem.rule) ?? -1,
          level: problem.severity,
          message: { text: `${problem.message} ${problem.remedy}` },
          locations: [{ physicalLocation: placeOf(problem) }],
          ...(problem.explained === undefined
            ? {}
            : { suppressions: [{ kind: "inSource", justification: problem.explained }] }),
        })),
      },
    ],
  };
}

function describe({ name, why, remedy, bad, good }: KnownRule) {
  return {
    id: name,
    shortDescription: { text: why },
    help: {
      text: `${remedy}\n\nNot so:\n${bad}\n\nBut so:\n${good}`,
      markdown: `${remedy}\n\nNot so:\n\n\`\`\`yaml\n${bad}\n\`\`\`\n\nBut so:\n\n\`\`\`yaml\n${good}\n\`\`\``,
    },
  };
}

function placeOf({ file, line, column }: Shown) {
  return {
    artifactLocation: { uri: uriOf(file) },
    region: { startLine: line, startColumn: column },
  };
}

/** Relative to where the command runs, the root of a repository; whole if the file lies elsewhere. */
function uriOf(file: string): string {
  const path = relative("", file);
  if (path.startsWith("..")) return pathToFileURL(resolve(file)).href;
  return path.split(/[\\/]/).map(encodeURIComponent).join("/");
}
