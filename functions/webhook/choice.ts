// A choice offered to a person, as the short text that a button carries and brings back.
import type { Language } from "./faq/faq.ts";

export type Choice =
  | { readonly kind: "entry"; readonly entry: string; readonly language: Language }
  /** A category's questions, from the one at index `from` on. */
  | {
      readonly kind: "category";
      readonly category: string;
      readonly from: number;
      readonly language: Language;
    };

/** `entry/en/personal-messages` or `category/en/business/9`: short, and nothing in it is secret. */
export function encodeChoice(choice: Choice): string {
  return choice.kind === "entry"
    ? `entry/${choice.language}/${choice.entry}`
    : `category/${choice.language}/${choice.category}/${choice.from}`;
}

/** Reads a payload back; `undefined` for anything else that a button may bring. */
export function parseChoice(payload: string): Choice | undefined {
  const [kind, language, name, from, ...rest] = payload.split("/");
  if (!language || !name || rest.length > 0) return undefined;
  if (kind === "entry" && from === undefined) return { kind, language, entry: name };
  if (kind === "category" && /^\d{1,4}$/.test(from ?? "")) {
    return { kind, language, category: name, from: Number(from) };
  }
  return undefined;
}
