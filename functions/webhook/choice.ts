// A choice offered to a person, as the short text that a button carries and brings back.
import { createHash } from "node:crypto";
import type { Language } from "./faq/faq.ts";

export type Choice =
  | { readonly kind: "entry"; readonly entry: string; readonly language: Language }
  /** A category's questions, from the one at index `from` on. */
  | {
      readonly kind: "category";
      readonly category: string;
      readonly from: number;
      readonly language: Language;
    }
  /** Whether an answer helped. */
  | {
      readonly kind: "feedback";
      readonly isHelpful: boolean;
      readonly entry: string;
      readonly language: Language;
      /** Ten characters that stand for the answered message, so that it is rated once. */
      readonly of: string;
    };

/** Telegram's limit, the tightest: https://core.telegram.org/bots/api#inlinekeyboardbutton */
export const maxPayloadBytes = 64;

/** So that the longest payload fits with a language code of twelve. */
const maxNameBytes = 30;

/**
 * `entry/en/personal-messages`, `category/en/business/9`, `helpful/en/personal-messages/k2J…`:
 * short, and nothing in it is secret.
 */
export function encodeChoice(choice: Choice): string {
  switch (choice.kind) {
    case "entry":
      return `entry/${choice.language}/${payloadName(choice.entry)}`;
    case "category":
      return `category/${choice.language}/${payloadName(choice.category)}/${choice.from}`;
    case "feedback": {
      const word = choice.isHelpful ? "helpful" : "unhelpful";
      return `${word}/${choice.language}/${payloadName(choice.entry)}/${choice.of}`;
    }
  }
}

/** The name of an entry or a category in a payload: a long one is shortened, and stays distinct. */
export function payloadName(name: string): string {
  if (Buffer.byteLength(name) <= maxNameBytes) return name;
  const code = createHash("sha256").update(name).digest("base64url").slice(0, 11);
  const beginning = name.replace(/[^\x21-\x7e]/g, "").slice(0, maxNameBytes - 12);
  return `${beginning}~${code}`;
}

/** Reads a payload back, long names shortened; `undefined` for anything else a button may bring. */
export function parseChoice(payload: string): Choice | undefined {
  const [kind, language, name, last, ...rest] = payload.split("/");
  if (!language || !name || rest.length > 0) return undefined;
  switch (kind) {
    case "entry":
      return last === undefined ? { kind, language, entry: name } : undefined;
    case "category":
      return /^\d{1,4}$/.test(last ?? "")
        ? { kind, language, category: name, from: Number(last) }
        : undefined;
    case "helpful":
    case "unhelpful":
      return last !== undefined && /^[\w-]{10}$/.test(last)
        ? { kind: "feedback", language, entry: name, isHelpful: kind === "helpful", of: last }
        : undefined;
    default:
      return undefined;
  }
}
