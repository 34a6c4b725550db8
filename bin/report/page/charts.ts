// Small charts of plain SVG: shapes only, so that they may be stretched; words stand beside them.
import { type Html, html, trusted } from "../../../functions/webhook/page/html.ts";

/** A part of a bar or a column; its kind is a class of the style, which gives it a colour. */
export interface Part {
  readonly kind: string;
  readonly n: number;
}

/** What a chart says to those who don't see it. */
export interface Spoken {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** One bar beside a number that says the same, and therefore silent. */
export function bar(parts: readonly Part[], most: number): Html {
  return html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${rects(parts, most)}</svg>`;
}

/** A whole, divided. */
export function dividedBar(parts: readonly Part[], spoken: Spoken): Html {
  const all = parts.reduce((sum, { n }) => sum + n, 0);
  return html`<svg class="divided" viewBox="0 0 100 10" preserveAspectRatio="none" ${roles(spoken)}>${words(spoken)}${rects(parts, all)}</svg>`;
}

/** Columns of parts that stand on each other, with lines at the half and at the top. */
export function columns(all: readonly (readonly Part[])[], most: number, spoken: Spoken): Html {
  const slot = 600 / all.length;
  const shapes = all.map((parts, at) => {
    let top = 100;
    return parts
      .filter(({ n }) => n > 0)
      .map(({ kind, n }) => {
        const height = (n / most) * 100;
        top -= height;
        return rect(kind, at * slot + slot * 0.12, top, slot * 0.76, height);
      });
  });
  return html`<svg class="columns" viewBox="0 0 600 100" preserveAspectRatio="none" ${roles(spoken)}>${words(spoken)}<path class="grid" d="M0 0H600M0 50H600M0 100H600"/>${shapes.flat()}</svg>`;
}

/** The next number above that is easy to read on an axis, and its half too. */
export function roundTop(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(most, 10)));
  const tops = [1, 2, 3, 4, 5, 6, 8, 10].map((factor) => factor * power);
  return tops.find((top) => top >= most) ?? most;
}

function rects(parts: readonly Part[], most: number): Html[] {
  let left = 0;
  return parts
    .filter(({ n }) => n > 0)
    .map(({ kind, n }) => {
      const width = (n / most) * 100;
      left += width;
      return rect(kind, left - width, 0, width, 10);
    });
}

function rect(kind: string, x: number, y: number, width: number, height: number): Html {
  const [left, top, wide, high] = [x, y, width, height].map((n) => String(Number(n.toFixed(2))));
  return html`<rect class="${kind}" x="${left ?? ""}" y="${top ?? ""}" width="${wide ?? ""}" height="${high ?? ""}"/>`;
}

function roles({ id }: Spoken): Html {
  return trusted(`role="img" aria-labelledby="${id}-title" aria-describedby="${id}-desc"`);
}

function words({ id, title, description }: Spoken): Html {
  return html`<title id="${`${id}-title`}">${title}</title><desc id="${`${id}-desc`}">${description}</desc>`;
}
