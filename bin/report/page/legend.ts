// Which colour is which.
import { type Html, html } from "../../../functions/webhook/page/html.ts";
import type { ColumnName } from "../cells.ts";
import type { PageWords } from "./words.ts";

/** Each with its number, where there are numbers. */
export function legend(
  kinds: readonly ColumnName[],
  { texts, number }: PageWords,
  numbers?: Readonly<Partial<Record<ColumnName, number>>>,
): Html {
  const items = kinds.map((kind) => {
    const told = numbers ? ` ${number(numbers[kind] ?? 0)}` : "";
    return html`<li><span class="key ${kind}"></span>${`${texts.columns[kind]}${told}`}</li>`;
  });
  return html`<ul class="legend">${items}</ul>
`;
}
