// Characters that can't be seen: they go.
import type { Problem } from "../../../functions/webhook/faq/problem.ts";
import { hidden } from "../../../functions/webhook/faq/read-shape.ts";
import type { YamlFile } from "../../../functions/webhook/faq/yaml.ts";
import { findText } from "./find-node.ts";
import type { Fix } from "./fix.ts";

export function removeHidden(problem: Problem, file: YamlFile): Fix | undefined {
  const node = findText(problem, file);
  if (!node?.range) return undefined;
  const [from, to] = node.range;
  const edits = [...file.text.slice(from, to).matchAll(new RegExp(hidden, "gu"))].map(
    ({ 0: character, index }) => ({
      from: from + index,
      to: from + index + character.length,
      text: "",
    }),
  );
  if (edits.length === 0) return undefined;
  return { what: "removes what can't be seen", edits };
}
