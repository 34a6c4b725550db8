// Asking a person at the terminal, who sees nothing of what is typed but how long it is.
import { UserError } from "../user-error.ts";

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
}

export interface Question {
  readonly text: string;
  /** What is wrong with an answer, in a sentence. */
  problem(answer: string): string | undefined;
}

/** Both throw a UserError when the person leaves. */
export interface Asker {
  choose<Value extends string>(text: string, choices: readonly Choice<Value>[]): Promise<Value[]>;
  hidden(question: Question): Promise<string>;
}

/** Undefined where nobody sits at a terminal. */
export function terminalAsker(): Asker | undefined {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined;
  // Results go to standard output, questions beside it.
  const output = process.stderr;
  return {
    async choose(message, choices) {
      const { isCancel, multiselect } = await import("@clack/prompts");
      const options = choices.map(({ value, label, hint }) => ({
        value: value as string,
        label,
        ...(hint === undefined ? {} : { hint }),
      }));
      const chosen = await multiselect({ message, options, required: false, output });
      if (isCancel(chosen)) throw leaving();
      return choices.map(({ value }) => value).filter((value) => chosen.includes(value));
    },
    async hidden({ text, problem }) {
      const { isCancel, password } = await import("@clack/prompts");
      const validate = (answer: string | undefined) => problem((answer ?? "").trim());
      const answer = await password({ message: text, validate, output });
      if (isCancel(answer)) throw leaving();
      // What is pasted may end in a space or a line break.
      return (answer ?? "").trim();
    },
  };
}

export function leaving(): UserError {
  return new UserError("You left, and nothing was written.");
}
