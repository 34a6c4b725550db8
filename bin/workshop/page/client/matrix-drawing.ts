// Draws the matrix: a row for whose phrasings they are, a column for who would win them.
import type { Confusion } from "../../../rivals/confusion.ts";
import type { Cell, Matrix } from "../matrix.ts";
import { fragmentOf } from "../route.ts";
import { svg } from "./svg.ts";

const longestLabel = 27;
/** Of a letter as large as the style makes labels, on average, with some room to spare. */
const letterWidth = 6.4;
const slantDegrees = 60;

/** Lengths in pixels; few entries are drawn larger. */
interface Sizes {
  readonly step: number;
  readonly left: number;
  readonly top: number;
}

function sizesOf(entries: readonly string[]): Sizes {
  const longest = Math.max(...entries.map((entry) => short(entry).length)) * letterWidth;
  const slant = (slantDegrees * Math.PI) / 180;
  return {
    step: Math.round(Math.min(26, Math.max(14, 640 / entries.length))),
    left: Math.ceil(longest + 10),
    top: Math.ceil(longest * Math.sin(slant) + 14),
  };
}

export function matrixDrawing(
  matrix: Matrix,
  [chosenFrom, chosenTo]: readonly string[],
  say: (confusion: Confusion) => string,
): SVGSVGElement {
  const { entries, bands, cells } = matrix;
  const sizes = sizesOf(entries);
  const { step, left, top } = sizes;
  const size = entries.length * step;
  const width = Math.ceil(left + size + top / 1.7);
  const height = top + size + 4;
  return svg(
    "svg",
    { class: "matrix", viewBox: `0 0 ${width} ${height}`, width, height },
    svg(
      "g",
      { "aria-hidden": "true" },
      ...bands.map((band, at) =>
        svg("rect", {
          class: at % 2 === 0 ? "band" : "band other",
          x: left,
          y: top + band.start * step,
          width: size,
          height: band.size * step,
        }),
      ),
      ...bands.map((band) =>
        svg("rect", {
          class: "own-category",
          x: left + band.start * step,
          y: top + band.start * step,
          width: band.size * step,
          height: band.size * step,
        }),
      ),
      svg("rect", {
        class: "cross",
        "data-cross": "row",
        x: left,
        y: -99,
        width: size,
        height: step,
      }),
      svg("rect", {
        class: "cross",
        "data-cross": "column",
        x: -99,
        y: top,
        width: step,
        height: size,
      }),
      ...entries.map((_, at) =>
        svg("rect", {
          class: "diagonal",
          x: left + (at + 0.5) * step - 1.5,
          y: top + (at + 0.5) * step - 1.5,
          width: 3,
          height: 3,
        }),
      ),
      ...entries.map((entry, at) => rowLabel(entry, at, sizes)),
      ...entries.map((entry, at) => columnLabel(entry, at, sizes)),
    ),
    svg(
      "g",
      {},
      ...cells.map((cell) => {
        const isChosen = cell.confusion.from === chosenFrom && cell.confusion.to === chosenTo;
        return cellLink(cell, isChosen, say(cell.confusion), sizes);
      }),
    ),
  );
}

function cellLink(
  { row, column, confusion, heat }: Cell,
  isChosen: boolean,
  said: string,
  { step, left, top }: Sizes,
) {
  return svg(
    "a",
    {
      href: fragmentOf("map", confusion.from, confusion.to),
      class: "cell",
      "data-key": `${confusion.from} ${confusion.to}`,
      "data-row": row,
      "data-column": column,
      "aria-label": said,
      tabindex: -1,
      ...(isChosen && { "aria-current": "true" }),
    },
    svg("rect", {
      class: `heat-${heat}`,
      x: left + column * step + 1,
      y: top + row * step + 1,
      width: step - 2,
      height: step - 2,
      rx: 2,
    }),
  );
}

function rowLabel(entry: string, at: number, { step, left, top }: Sizes): SVGTextElement {
  return svg(
    "text",
    {
      class: "matrix-label",
      "data-row-label": at,
      x: left - 6,
      y: top + (at + 0.5) * step + 4,
      "text-anchor": "end",
    },
    short(entry),
  );
}

function columnLabel(entry: string, at: number, { step, left, top }: Sizes): SVGTextElement {
  const [x, y] = [left + (at + 0.5) * step + 3, top - 5];
  return svg(
    "text",
    {
      class: "matrix-label",
      "data-column-label": at,
      x,
      y,
      transform: `rotate(-${slantDegrees} ${x} ${y})`,
    },
    short(entry),
  );
}

function short(entry: string): string {
  return entry.length > longestLabel ? `${entry.slice(0, longestLabel - 1)}…` : entry;
}
