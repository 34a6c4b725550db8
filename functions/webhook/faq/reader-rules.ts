// The names of everything that the reader may find wrong.

export const readerRules = [
  "yaml-syntax",
  "yaml-duplicate-key",
  "yaml-plain",
  "wrong-kind",
  "unknown-key",
  "missing-key",
  "empty-text",
  "unreadable-character",
  "hidden-character",
  "wrong-form",
  "too-long",
  "missing-language",
  "unknown-language",
  "bad-link",
  "wrong-ending",
  "too-deep",
  "bad-id",
  "no-question",
  "no-short",
  "no-source",
  "no-such-day",
  "no-phrasings",
  "repeated-phrasing",
  "duplicate-id",
  "duplicate-number",
  "duplicate-phrasing",
  "unknown-related",
  "related-to-itself",
  "unknown-category",
  "no-bot",
  "no-language",
  "repeated-language",
  "no-entries",
  "unknown-file",
] as const;

export type ReaderRule = (typeof readerRules)[number];

export function isReaderRule(rule: string): rule is ReaderRule {
  return readerRules.some((name) => name === rule);
}
