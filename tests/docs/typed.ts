// What a document tells people to type, line by line.
import { commands as faqCommands } from "../../bin/commands/index.ts";
import { fencesIn, inlineCode } from "./documents.ts";
import { programs } from "./programs.ts";

const faqNames = Object.keys(faqCommands);
/** Nobody can check these here; documents that need one say it in another way. */
const foreign = "docker pip pip3 python python3 brew yarn pnpm bun deno make sam sudo apt wget ssh";
const known = new Set([...Object.keys(programs), ...foreign.split(" ")]);

const firstWord = (line: string) => /^(?:[A-Z_]+=\S* )*(\S+) ./.exec(line)?.[1] ?? "";
const namesProgram = (line: string) => known.has(firstWord(line)) || /^\w+\(\) \{/.test(line);
/** A name in small letters and words one space apart: not a table, not a sentence. */
const looksTyped = (line: string) => /^[a-z][\w.-]*( [^\s#]+)* *(#.*)?$/.test(line);

export interface Typed {
  readonly line: string;
  /** It stands in a sentence as a command's name, so its arguments may be missing. */
  readonly isName: boolean;
}

const nameOfCommand = /^(faq|npm run --silent faq --)( [a-z-]+){1,2}$/;

export function typedIn(markdown: string): Typed[] {
  const blocks = fencesIn(markdown).flatMap(({ language, lines }) => {
    if (language === "yaml") return lines.flatMap((line) => /^- run: (.+)/.exec(line)?.[1] ?? []);
    return typedInBlock(language, lines);
  });
  const inline = inlineCode(markdown).flatMap((code) => {
    if (code.startsWith("-c ")) return [`cdk deploy ${code}`];
    if (faqNames.includes(firstWord(code))) return [`faq ${code}`];
    const hasOption = /^[a-z][\w.-]*( \S+)* --?[a-z]/.test(code);
    return namesProgram(code) || hasOption ? [code] : [];
  });
  const named = inline.map((line) => ({ line, isName: nameOfCommand.test(line) }));
  return [...blocks.map((line) => ({ line, isName: false })), ...named].map((typed) => ({
    ...typed,
    line: typed.line.replaceAll(/<[^<>]+>/g, "…"),
  }));
}

/** Other blocks than these hold what is printed, or a drawing. */
function typedInBlock(language: string, lines: readonly string[]): string[] {
  if (!["", "sh", "bash", "console"].includes(language)) return [];
  const joined = lines
    .join("\n")
    .replaceAll(/ *\\\n */g, " ")
    .split("\n");
  const atPrompt = joined.flatMap((line) => /^\$ (.+)/.exec(line)?.[1] ?? []);
  if (atPrompt.length > 0) return atPrompt;
  const filled = joined.filter((line) => line.trim() !== "" && !line.startsWith("#"));
  const isTyped = filled.some(namesProgram) || filled.every(looksTyped);
  return language !== "" || isTyped ? filled : [];
}
