// The help of every command: a sentence, the options, and examples that can be pasted.
import { describe, expect, it } from "vitest";
import { commands } from "../../bin/commands/index.ts";
import { faqCommand } from "../../lib/faq-command.ts";
import { faqFault } from "../docs/faq-calls.ts";
import { readShell } from "../docs/shell.ts";
import { runHere } from "./run-here.ts";

const asked = [...Object.keys(commands), "channels check", "settings rotate"];

describe.each(asked)("faq %s --help", async (name) => {
  const words = name.split(" ");
  const { status, stdout } = await runHere([...words, "--help"]);
  const lines = stdout.split("\n");
  const isExample = (line: string) => line.startsWith(`  ${faqCommand("")}`);

  it("begins with the usage and a sentence", () => {
    expect(status).toBe(0);
    expect(lines[0]).toMatch(new RegExp(`^Usage: faq ${name}`));
    expect(stdout).toMatch(/^Usage: .*\n\n[A-Z][^.]+\.\n/);
    expect(stdout).toContain("--faq <dir>");
  });

  it("fits a terminal of 80 columns, but for what is to be pasted", () => {
    const wide = lines.filter((line) => line.length > 80 && !isExample(line));
    expect(wide).toEqual([]);
  });

  it("has examples, which the command line takes", async () => {
    const examples = lines.filter(isExample);
    expect(examples).not.toEqual([]);
    for (const example of examples) {
      const [command] = readShell(example.trim());
      const args = command?.words.slice(command.words.indexOf("--") + 1) ?? [];
      expect(args[0]).toBe(words[0]);
      expect(await faqFault(args)).toBeUndefined();
    }
  });
});
