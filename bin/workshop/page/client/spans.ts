// A plain text as a platform's app formats it: marks hidden, what they enclose bold and so on.
import { element } from "../../../../functions/webhook/page/client/element.ts";
import type { Span } from "../../../previews/span.ts";

const tags = {
  bold: "strong",
  italic: "em",
  strike: "s",
  mono: "code",
  bullet: "span",
  number: "span",
  quote: "span",
  link: "span",
} as const satisfies Record<Span["style"], keyof HTMLElementTagNameMap>;

/** @param spans in order of their beginnings; apart, or one within another */
export function formattedText(text: string, spans: readonly Span[]): (HTMLElement | string)[] {
  return between(text, 0, text.length, spans);
}

function between(
  text: string,
  start: number,
  end: number,
  spans: readonly Span[],
): (HTMLElement | string)[] {
  const parts: (HTMLElement | string)[] = [];
  let at = start;
  spans.forEach((span, index) => {
    if (span.start < at || span.end > end) return;
    const innerEnd = span.end - span.after;
    const inner = spans.slice(index + 1).filter((one) => one.end <= innerEnd);
    parts.push(
      text.slice(at, span.start),
      element(
        tags[span.style],
        { class: `styled ${span.style}${span.isAccidental ? " accidental" : ""}` },
        ...(span.style === "bullet" ? ["• "] : []),
        ...between(text, span.start + span.before, innerEnd, inner),
      ),
    );
    at = span.end;
  });
  return [...parts, text.slice(at, end)].filter((part) => part !== "");
}
