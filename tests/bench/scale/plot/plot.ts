// The growth of the figures as a drawing (SVG): a line each, beside one that grows as the bank does.
import { html, trusted } from "../../../../functions/webhook/page/html.ts";
import { figures, pointsOf } from "../figures.ts";
import { exponentOf } from "../growth.ts";
import type { Cost } from "../measure.ts";
import { createAxes, drawGrid, drawing, nameAxes } from "./axes.ts";
import { drawLines, type Line, lastOf, timesText } from "./lines.ts";
import { lineClass, style } from "./style.ts";

/** None where there are fewer than two sizes. */
export function plotGrowth(costs: readonly Cost[], phrasings: number): string | undefined {
  const sizes = costs.map(({ entries }) => entries);
  const [first] = sizes;
  if (first === undefined || sizes.length < 2) return undefined;
  const bank: Line = {
    name: "the bank itself",
    kind: "bank",
    points: sizes.map((entries) => ({ entries, value: entries / first })),
  };
  const lines = [...linesOf(costs), bank];
  const times = lines.flatMap(({ points }) => points.map(({ value }) => value));
  const axes = createAxes(sizes, times);
  const svg = html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${`0 0 ${drawing.width} ${drawing.height}`}" width="${String(drawing.width)}" height="${String(drawing.height)}" role="img" aria-labelledby="scale-title" aria-describedby="scale-desc">
<title id="scale-title">${title}</title>
<desc id="scale-desc">${describe(lines, first)}</desc>
<style>${trusted(style)}</style>
<rect class="ground" width="100%" height="100%"/>
<text class="title" x="22" y="34">${title}</text>
<text class="said" x="22" y="56">${subtitle}</text>
${drawGrid(axes, sizes, times)}
${nameAxes(`entries in the FAQ, ${phrasings} phrasings each`, `times as much as with ${first.toLocaleString("en")} entries`)}
${drawLines(lines, axes)}
</svg>
`;
  return svg.html;
}

const title = "How Jelas grows with its FAQ";
const subtitle =
  "Both axes logarithmic: what is flatter than the dashed line grows slower than the bank.";

function linesOf(costs: readonly Cost[]): Line[] {
  return figures
    .flatMap((figure) => {
      const points = pointsOf(figure, costs);
      const [start] = points;
      if (figure.line === undefined || !start || points.some(({ value }) => !(value > 0)))
        return [];
      const relative = points.map(({ entries, value }) => ({
        entries,
        value: value / start.value,
      }));
      return [{ name: figure.line, points: relative }];
    })
    .map((line, at) => ({ ...line, kind: lineClass(at) }));
}

function describe(lines: readonly Line[], first: number): string {
  const last = lastOf(lines.flatMap(({ points }) => points)).entries.toLocaleString("en");
  const told = lines.map(({ name, points }) => {
    const exponent = exponentOf(points)?.toFixed(2) ?? "none";
    return `${name} ${timesText(lastOf(points).value)} (exponent ${exponent})`;
  });
  return `A line chart. From ${first.toLocaleString("en")} to ${last} entries: ${told.join("; ")}.`;
}
