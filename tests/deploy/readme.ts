// The commands that the README tells an operator to run, in their order.
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The lines of the first block of code below a heading. */
export function commandsUnder(heading: string): string[] {
  const readme = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");
  const section = readme.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  const block = /\n```\n([\s\S]*?)\n```\n/.exec(section)?.[1];
  if (!block) throw new Error(`README.md has no commands under "${heading}"`);
  return block.split("\n").filter(Boolean);
}
