// Builds drawings. Lengths are attributes, since the page allows no style that isn't its own.

export function svg<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>> = {},
  ...children: readonly (Node | string)[]
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [attribute, value] of Object.entries(attributes)) {
    made.setAttribute(attribute, String(value));
  }
  made.append(...children);
  return made;
}

/** A bar from 0 to 1 with what fills it; only for eyes, so the number must stand beside it. */
export function bar(share: number, mark?: number): SVGSVGElement {
  const part = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 10;
  return svg(
    "svg",
    {
      class: "bar-chart",
      viewBox: "0 0 100 10",
      preserveAspectRatio: "none",
      "aria-hidden": "true",
    },
    svg("rect", { class: "bar-back", width: 100, height: 10 }),
    svg("rect", { class: "bar-fill", width: part(share), height: 10 }),
    ...(mark === undefined || mark > 1
      ? []
      : [svg("line", { class: "bar-mark", x1: part(mark), x2: part(mark), y1: 0, y2: 10 })]),
  );
}

/** A bar to the right for what adds, to the left for what takes. */
export function signedBar(amount: number, largest: number): SVGSVGElement {
  const width = Math.round((Math.abs(amount) / Math.max(largest, 0.01)) * 500) / 10;
  const sign = amount < 0 ? "takes" : "adds";
  return svg(
    "svg",
    {
      class: "bar-chart",
      viewBox: "0 0 100 10",
      preserveAspectRatio: "none",
      "aria-hidden": "true",
    },
    svg("rect", { class: `bar-${sign}`, x: amount < 0 ? 50 - width : 50, width, height: 10 }),
    svg("line", { class: "bar-middle", x1: 50, x2: 50, y1: 0, y2: 10 }),
  );
}
