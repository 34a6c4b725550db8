// A part of a plain text that a platform's apps format by themselves.
import type { Styled } from "./styles.ts";

export type SpanStyle = Styled["style"] | "link";

export interface Span {
  readonly style: SpanStyle;
  /** Indices in the text, marks included. */
  readonly start: number;
  readonly end: number;
  /** So many units at the beginning and at the end are marks that the platform hides. */
  readonly before: number;
  readonly after: number;
  /** False for an address written as one: `https://…`, `a@example.org`. */
  readonly isAccidental: boolean;
}
