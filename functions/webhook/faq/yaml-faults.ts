// The commonest slips of people who write YAML by hand, in words.
import type { YAMLError } from "yaml";
import type { Problem } from "./problem.ts";
import type { ReaderRule } from "./reader-rules.ts";

export interface Fault extends Pick<Problem, "message" | "remedy"> {
  readonly rule: ReaderRule;
}

export function isUnclosed(message: string): boolean {
  return /missing closing|end with/i.test(message);
}

/** `text` is what stands at the fault. */
export function explainFault(
  { code, message }: Pick<YAMLError, "code" | "message">,
  text: string,
): Fault {
  if (isUnclosed(message)) {
    return {
      rule: "yaml-syntax",
      message: "A quote or a bracket that is opened above is not closed.",
      remedy: "Close it, or put the whole text in double quotes if it belongs to the text.",
    };
  }
  const asSaid = `This is not valid YAML: ${(message.split("\n")[0] ?? "").replace(/[.:]$/, "")}.`;
  switch (code) {
    case "DUPLICATE_KEY":
      return {
        rule: "yaml-duplicate-key",
        message: `The key ${JSON.stringify(text.split(":")[0])} stands twice in this block.`,
        remedy: "Keep one of them and put both contents under it.",
      };
    case "TAB_AS_INDENT":
      return {
        rule: "yaml-syntax",
        message: "This line is indented with a tab.",
        remedy: "Use two spaces for each level.",
      };
    case "MULTIPLE_DOCS":
      return {
        rule: "yaml-syntax",
        message: "A second document begins here, and only the first would be read.",
        remedy: "Remove this line if it is ---, and put an answer that holds such a line after |-.",
      };
    case "RESOURCE_EXHAUSTION":
      return {
        rule: "yaml-syntax",
        message: "Blocks or brackets stand too deep in each other here.",
        remedy: "Compare with a file that works.",
      };
    case "BAD_SCALAR_START":
      return {
        rule: "yaml-syntax",
        message: `A text can't begin with ${text[0]} unless it is in quotes.`,
        remedy: "Put the text in double quotes.",
      };
    case "MULTILINE_IMPLICIT_KEY":
      return {
        rule: "yaml-syntax",
        message: "This line has no colon with a space after it.",
        remedy: 'Write "key: text".',
      };
    case "BLOCK_AS_IMPLICIT_KEY":
      return {
        rule: "yaml-syntax",
        message: "This text holds a colon with a space after it, or the next line sticks out.",
        remedy: "Put the text in double quotes, or line the lines up.",
      };
    case "BAD_INDENT":
      return {
        rule: "yaml-syntax",
        message: "This line begins further left or right than the lines that it belongs with.",
        remedy: "Indent it as its neighbours are.",
      };
    default:
      return {
        rule: "yaml-syntax",
        message: asSaid,
        remedy: "Put the text in double quotes, or compare with a file that works.",
      };
  }
}
