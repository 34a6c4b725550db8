// Two logarithmic axes: where a value lies on the drawing, and the grid with its numbers and units.
import { type Html, html } from "../../../../functions/webhook/page/html.ts";

export interface Axes {
  x(entries: number): string;
  y(times: number): number;
}

export const drawing = { width: 880, height: 580 };
const area = { left: 70, right: 620, top: 112, bottom: 510 };
/** Where the words on lines begin. */
export const labelsLeft = area.right + 26;
export const labelsWithin = { top: area.top, bottom: area.bottom };

/** `times` are all values that have to find room; 1 always does. */
export function createAxes(sizes: readonly number[], times: readonly number[]): Axes {
  const x = logScale(sizes, area.left, area.right);
  const y = logScale([1, ...times], area.bottom, area.top);
  return { x: (entries) => point(x(entries)), y };
}

export function drawGrid(axes: Axes, sizes: readonly number[], times: readonly number[]): Html[] {
  const [left, right] = [point(area.left), point(area.right)];
  const rows = ticks(Math.min(1, ...times), Math.max(1, ...times)).map((value) => {
    const y = point(axes.y(value));
    return html`<path class="grid" d="${`M${left} ${y}H${right}`}"/><text class="tick" x="${point(area.left - 10)}" y="${y}" dy="0.35em" text-anchor="end">${`${value}×`}</text>`;
  });
  const columns = sizes.map((size) => {
    const x = axes.x(size);
    return html`<path class="grid" d="${`M${x} ${area.top}V${area.bottom}`}"/><text class="tick" x="${x}" y="${point(area.bottom + 22)}" text-anchor="middle">${size.toLocaleString("en")}</text>`;
  });
  return [...rows, ...columns];
}

export function nameAxes(xName: string, yName: string): Html[] {
  const middle = point((area.left + area.right) / 2);
  return [
    html`<text class="axis" x="${middle}" y="${point(area.bottom + 48)}" text-anchor="middle">${xName}</text>`,
    html`<text class="axis" x="${point(area.left - 48)}" y="${point(area.top - 14)}">${yName}</text>`,
  ];
}

/** A length or place in the drawing, to a hundredth. */
export function point(value: number): string {
  return String(Number(value.toFixed(2)));
}

function logScale(values: readonly number[], from: number, to: number): (value: number) => number {
  const logs = values.map(Math.log);
  const [low, high] = [Math.min(...logs), Math.max(...logs)];
  const span = high - low || 1;
  return (value) => from + ((Math.log(value) - low) / span) * (to - from);
}

/** 1, 2 and 5 of every power of ten, as far as they lie between the bounds. */
function ticks(low: number, high: number): number[] {
  const [first, last] = [low, high].map((bound) => Math.floor(Math.log10(bound))) as [
    number,
    number,
  ];
  const powers = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return powers
    .flatMap((power) => [1, 2, 5].map((digit) => Number(`${digit}e${power}`)))
    .filter((value) => value >= low && value <= high);
}
