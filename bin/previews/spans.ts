// Finds what the apps of each platform format in a plain text.
import { addressesIn, telegramLinksIn } from "./addresses.ts";
import type { Span } from "./span.ts";
import { lineMarksIn, type Styled, styledIn } from "./styles.ts";

/** What the apps of a platform make of a plain text. */
export type Formatting = "none" | "addresses" | "links" | "telegram" | "messenger" | "whatsapp";

/** In order of their beginnings; of two that cross each other only the first. */
export function spansIn(text: string, formatting: Formatting): Span[] {
  if (formatting === "none") return [];
  const addresses = addressesIn(text);
  if (formatting === "addresses") return addresses.filter(({ isAccidental }) => !isAccidental);
  // No mark within an address is one.
  const rest = masked(text, addresses);
  const links = formatting === "telegram" ? telegramLinksIn(rest) : [];
  const hasStyles = formatting === "messenger" || formatting === "whatsapp";
  const styled = hasStyles ? styledIn(rest) : [];
  const lines = formatting === "whatsapp" ? lineMarksIn(text) : [];
  const spans = [...addresses, ...links, ...[...styled, ...lines].map(accidental)];
  return withoutCrossing(spans.sort(byPlace));
}

function accidental(styled: Styled): Span {
  return { ...styled, isAccidental: true };
}

/** The same text with letters of no meaning in place of these parts, which stand apart. */
function masked(text: string, parts: readonly Span[]): string {
  let masked = "";
  for (const { start, end } of parts.toSorted(byPlace)) {
    masked += text.slice(masked.length, start) + "x".repeat(end - start);
  }
  return masked + text.slice(masked.length);
}

/** By their beginnings, the longer of two first. */
function byPlace(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

/** Of those in order. */
function withoutCrossing(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  /** Those around the place reached, the innermost last. */
  const around: Span[] = [];
  for (const span of spans) {
    while ((around.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= span.start) around.pop();
    if ((around.at(-1)?.end ?? Number.POSITIVE_INFINITY) < span.end) continue;
    kept.push(span);
    around.push(span);
  }
  return kept;
}
