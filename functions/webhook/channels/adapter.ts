// What an adapter brings: the settings its channel needs, and the channel that they make.
import type { Channel } from "./channel.ts";

/** One setting of a channel. */
export interface Setting {
  readonly form: RegExp;
  /** In a few words, where to find or how to make it. */
  readonly what: string;
  /** Stands in where the setting is absent; without it, the channel is off until it is set. */
  readonly fallback?: string;
  /** What is lost without it, in a sentence, where the channel does without. */
  readonly advice?: string;
  /** What is wrong with a value that has the right form. */
  readonly problem?: (value: string) => string | undefined;
}

export interface Adapter<Name extends string = string> {
  /** As people know it: `WhatsApp`. */
  readonly title: string;
  readonly settings: Readonly<Record<Name, Setting>>;
  /** The channel, given a value for each of its settings. */
  open(values: Readonly<Record<Name, string>>): Channel;
}

/** The same, with the names of its settings known to the compiler. */
export function defineAdapter<Name extends string>(adapter: Adapter<Name>): Adapter<Name> {
  return adapter;
}

/** A secret of ASCII, or two of them separated by a space while one replaces the other. */
export const secretForm = /^[\x21-\x7e]+( [\x21-\x7e]+)?$/;
export const idForm = /^[\w-]{1,64}$/;
export const apiUrlForm = /^https?:\/\/[^\s?#]+$/;

/** The values that are in force at once; none of an empty text. */
export function secretsIn(value: string): string[] {
  return value.split(" ").filter(Boolean);
}

/** A base address to which paths can be added. */
export function withoutSlash(url: string): string {
  return url.replace(/\/+$/, "");
}
