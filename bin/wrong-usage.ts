// What a person is told who misspells a command or an option: a sentence, and where to look.
import type { Command } from "commander";
import { faqCommand } from "../lib/faq-command.ts";

/** Commander's words, as a sentence like our own. */
export function tellWrongUsage(message: string): string {
  const [what = "", hint = ""] = message.trimEnd().split("\n");
  const sentence = tellChoices(what.replace(/^error: /, "")).replace(/^./, (first) =>
    first.toUpperCase(),
  );
  return `${withStop(sentence)}${hint ? ` ${hint.replace(/^\((.*)\)$/, "$1")}` : ""}\n`;
}

/** What may stand where something else was typed. */
function tellChoices(what: string): string {
  const forms = [
    /^option '(?<place>\S+).*' argument '(?<given>.*)' is invalid\. Allowed choices are (?<choices>.*)\.$/,
    /^command-argument value '(?<given>.*)' is invalid for argument '(?<place>.*)'\. Allowed choices are (?<choices>.*)\.$/,
  ];
  const { place, given, choices } =
    forms.map((form) => form.exec(what)?.groups).find(Boolean) ?? {};
  return choices === undefined ? what : `${place} can't be "${given}": it is one of ${choices}.`;
}

function withStop(sentence: string): string {
  return /[.?!]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** After each refusal the line to paste: npm keeps a bare `--help` to itself. */
export function pointToHelp(command: Command): void {
  command.showHelpAfterError(
    `What it takes: ${faqCommand([...pathOf(command), "--help"].join(" "))}`,
  );
  command.commands.forEach(pointToHelp);
}

/** The words that lead to a command, without the program's own name. */
function pathOf(command: Command): string[] {
  return command.parent ? [...pathOf(command.parent), command.name()] : [];
}

/** A command that also does something by itself would take a misspelt part for a word too many. */
export function refuseUnknownParts(program: Command): void {
  for (const command of program.commands.filter(({ commands }) => commands.length > 0)) {
    command.allowExcessArguments().hook("preAction", (_, acting) => {
      const [word] = acting.args;
      if (acting !== command || word === undefined) return;
      const parts = command.commands.map((part) => part.name()).join(", ");
      command.error(`error: unknown command '${command.name()} ${word}'. There is ${parts}.`);
    });
  }
}
