// What a FAQ is once it has been read and checked: plain data that the whole bot shares.

/** A language code such as `id` or `en`, one of the FAQ's own languages. */
export type Language = string;

/** The same text in each of the FAQ's languages. */
export type Texts = Readonly<Record<Language, string>>;

export interface Source {
  /** What it is called; mostly the same in every language. */
  readonly title: Texts;
  /** Absent for print sources. */
  readonly url?: string;
}

export interface Entry {
  /** The file's name without its ending, in kebab-case. */
  readonly id: string;
  /** The folder's name. */
  readonly category: string;
  /** Stable and unique: what a person types on channels without buttons. */
  readonly number: number;
  /** The canonical question, shown in menus and suggestions. */
  readonly question: Texts;
  /** The question in at most 24 characters, for list rows and buttons. */
  readonly short: Texts;
  readonly answer: Texts;
  readonly sources: readonly Source[];
  /** Ids of the entries that a reader of this one may want next. */
  readonly related: readonly string[];
  /** The day (YYYY-MM-DD) the answer was last checked against its sources; empty if never. */
  readonly verified: string;
  /** Ways of asking, the canonical question included. */
  readonly phrasings: readonly Phrasing[];
}

export interface Phrasing {
  readonly text: string;
  /** A language of the FAQ, or `mixed` for a phrasing that mixes them. */
  readonly language: Language | "mixed";
}

/** A kind of small talk: greetings, thanks, "who are you". */
export interface Smalltalk {
  readonly kind: string;
  readonly phrasings: readonly Phrasing[];
  readonly reply: Texts;
  /** Set where the reply is always in this language: "English, please". */
  readonly language?: Language;
}

/** The bot's own sentences. A FAQ may leave any of them out; defaults stand in. */
export const messageNames = [
  "welcome",
  "menu",
  "category",
  "suggest",
  "fallback",
  "handoff",
  "nontext",
  "thanks",
  "helpful",
  "unhelpful",
  "privacy",
] as const;
export type MessageName = (typeof messageNames)[number];

/** Short words around an answer. */
export const labelNames = [
  "source",
  "related",
  "reply",
  "letter",
  "options",
  "more",
  "checked",
  "feedback",
  "helpful",
  "unhelpful",
] as const;
export type LabelName = (typeof labelNames)[number];

/** Kinds of small talk after which the topics are offered. */
export const smalltalkWithTopics: readonly string[] = ["greeting", "menu", "identity", "complaint"];

export interface Bot {
  /** The first language is the default. */
  readonly languages: readonly [Language, ...Language[]];
  readonly name: Texts;
  /** Category id → title, in menu order. */
  readonly categories: ReadonlyMap<string, Texts>;
  readonly messages: Readonly<Record<MessageName, Texts>>;
  readonly labels: Readonly<Record<LabelName, Texts>>;
  readonly smalltalk: readonly Smalltalk[];
}

export interface Words {
  /** Texting form → standard form; an empty value is a particle that says nothing. */
  readonly slang: ReadonlyMap<string, string>;
  /** Concept → words and phrases of all languages that mean the same here. */
  readonly concepts: ReadonlyMap<string, readonly string[]>;
}

export interface Faq {
  readonly bot: Bot;
  /** In order of their numbers. */
  readonly entries: readonly Entry[];
  readonly words: Words;
  /** Kind → sentences that the FAQ does not answer. */
  readonly offtopic: ReadonlyMap<string, readonly string[]>;
}
