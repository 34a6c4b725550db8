// The lines of the plot, each with its name at its end.
import { type Html, html } from "../../../../functions/webhook/page/html.ts";
import type { Point } from "../growth.ts";
import { type Axes, labelsLeft, labelsWithin, point } from "./axes.ts";
import { spread } from "./spread.ts";

/** Values in terms of the first one. */
export interface Line {
  readonly name: string;
  /** A class of the style, which gives it its colour; `bank` is the one to compare with. */
  readonly kind: string;
  readonly points: readonly Point[];
}

const lineHeight = 21;

export function drawLines(lines: readonly Line[], axes: Axes): Html[] {
  const wishes = lines.map(({ points }) => axes.y(lastOf(points).value));
  const places = spread(wishes, lineHeight, labelsWithin);
  return lines.map((line, at) => drawLine(line, axes, point(places[at] ?? 0)));
}

function drawLine({ name, kind, points }: Line, axes: Axes, namePlace: string): Html {
  const dots = points.map(({ entries, value }) => ({
    x: axes.x(entries),
    y: point(axes.y(value)),
  }));
  const path = `M${dots.map(({ x, y }) => `${x} ${y}`).join("L")}`;
  const leader = `M${dots.at(-1)?.x} ${dots.at(-1)?.y}L${point(labelsLeft - 5)} ${namePlace}`;
  return html`<g class="${kind}"><path class="growth" d="${path}"/>${dots.map(
    ({ x, y }) => html`<circle cx="${x}" cy="${y}" r="4"/>`,
  )}<path class="leader" d="${leader}"/><text class="name" x="${point(labelsLeft)}" y="${namePlace}" dy="0.35em">${`${name} ${timesText(lastOf(points).value)}`}</text></g>
`;
}

export function timesText(value: number): string {
  return `${value >= 20 ? value.toFixed(0) : value.toFixed(1)}×`;
}

export function lastOf(points: readonly Point[]): Point {
  return points.at(-1) ?? { entries: 1, value: 1 };
}
