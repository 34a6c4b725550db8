// Texts given on the command line as `en=Text`, one for each language.
import type { Language, Texts } from "../../functions/webhook/faq/faq.ts";
import { exitCodes, UserError } from "../user-error.ts";

export interface TextOption {
  /** As people type it, such as `--question`. */
  readonly name: string;
  readonly languages: readonly Language[];
  readonly maxCharacters: number;
}

/** @throws UserError that names the option and what to write instead */
export function textsGiven(given: readonly string[], option: TextOption): Texts {
  const { name, languages, maxCharacters } = option;
  const example = `Write ${name} ${languages[0]}="…".`;
  const texts = new Map<Language, string>();
  for (const one of given) {
    const [, language = "", text = ""] = /^([^=]*)=(.*)$/s.exec(one) ?? [];
    const words = text.replace(/\s+/g, " ").trim();
    const length = [...words].length;
    if (!languages.includes(language)) {
      throw wrong(`${name} ${one} begins with no language of the FAQ (${languages.join(", ")}).`);
    }
    if (words === "") throw wrong(`${name} ${one} holds no text.`);
    if (texts.has(language)) throw wrong(`${name} is given twice in "${language}".`);
    if (length > maxCharacters) {
      throw new UserError(
        `${name} has ${length} characters in "${language}"; at most ${maxCharacters} fit.`,
        exitCodes.usage,
      );
    }
    texts.set(language, words);
  }
  return Object.fromEntries(texts);

  function wrong(message: string): UserError {
    return new UserError(`${message} ${example}`, exitCodes.usage);
  }
}
