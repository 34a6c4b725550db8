// What a person is told who misspells a command or an option: a sentence, and where to look.
import type { Command } from "commander";
import { faqCommand } from "../lib/faq-command.ts";

/** Commander's words, as a sentence like our own. */
export function tellWrongUsage(message: string): string {
  const [what = "", hint = ""] = withoutSecrets(message.trimEnd()).split("\n");
  const sentence = what.replace(/^error: /, "").replace(/^./, (first) => first.toUpperCase());
  return `${withStop(sentence)}${hint ? ` ${hint.replace(/^\((.*)\)$/, "$1")}` : ""}\n`;
}

/** What was typed is repeated only where it is a misspelt word: it may be a secret gone astray. */
function mayBeRepeated(typed: string): boolean {
  return /^-{0,2}[a-z-]{1,20}$/.test(typed);
}

function withoutSecrets(message: string): string {
  const [whole = "", unknown = "", typed = ""] =
    /^error: (unknown (?:command|option)) '(.*)'(?=\n\(Did|$)/s.exec(message) ?? [];
  if (whole && !mayBeRepeated(typed)) return `error: ${unknown}${message.slice(whole.length)}`;
  return tellChoices(message);
}

/** What may stand where something else was typed. */
function tellChoices(message: string): string {
  const forms = [
    /^error: option '(?<place>\S+)[^']*' argument '(?<given>.*)' is invalid\. Allowed choices are (?<choices>.*)\.$/s,
    /^error: command-argument value '(?<given>.*)' is invalid for argument '(?<place>.*)'\. Allowed choices are (?<choices>.*)\.$/s,
  ];
  const { place, given, choices } =
    forms.map((form) => form.exec(message)?.groups).find(Boolean) ?? {};
  if (given === undefined) return message;
  const what = mayBeRepeated(given) ? `"${given}"` : "what was typed there";
  return `${place} can't be ${what}: it is one of ${choices}.`;
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
      const unknown = mayBeRepeated(word)
        ? `unknown command '${command.name()} ${word}'`
        : `unknown command after '${command.name()}'`;
      command.error(`error: ${unknown}. There is ${parts}.`);
    });
  }
}
