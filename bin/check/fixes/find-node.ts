// Finds again in a file what a problem was reported of.
import { isScalar, type Scalar, visit, type YAMLSeq } from "yaml";
import type { Problem } from "../../../functions/webhook/faq/problem.ts";
import type { YamlFile } from "../../../functions/webhook/faq/yaml.ts";

function isAt(problem: Problem, file: YamlFile, offset: number): boolean {
  const { line, column } = file.placeOf(offset);
  return line === problem.line && column === problem.column;
}

/** The text that a problem was reported of, if it was a text. */
export function findText(problem: Problem, file: YamlFile): Scalar | undefined {
  let found: Scalar | undefined;
  visit(file.document, {
    Scalar(_, node) {
      if (!node.range || !isAt(problem, file, node.range[0])) return undefined;
      found = node;
      return visit.BREAK;
    },
  });
  return found;
}

/** The item of a list that a problem was reported of. */
export function findInList(problem: Problem, file: YamlFile) {
  let found: { list: YAMLSeq; index: number } | undefined;
  visit(file.document, {
    Seq(_, list) {
      const index = list.items.findIndex(
        (item) => isScalar(item) && item.range && isAt(problem, file, item.range[0]),
      );
      if (index < 0) return undefined;
      found = { list, index };
      return visit.BREAK;
    },
  });
  return found;
}
