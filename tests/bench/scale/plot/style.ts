// How the plot looks, on light and dark pages alike; fonts are those that the reader has.

/** A colour for each line, far enough from its ground and from each other for all eyes. */
const colours = [
  { light: "#0550ae", dark: "#79c0ff" },
  { light: "#b34700", dark: "#ffa657" },
  { light: "#116329", dark: "#7ee787" },
  { light: "#8250df", dark: "#d2a8ff" },
  { light: "#a40e26", dark: "#ff9492" },
  { light: "#0b6e75", dark: "#56d4dd" },
];

/** The class of a line and of all that belongs to it. */
export const lineClass = (at: number) => `line-${at % colours.length}`;

const rules = (shade: "light" | "dark") =>
  colours.map((colour, at) => `.${lineClass(at)}{color:${colour[shade]}}`).join("");

export const style = `
svg{color-scheme:light dark;font-family:system-ui,-apple-system,"Segoe UI",sans-serif;font-size:14px}
path{fill:none}.ground{fill:#fff}text{fill:#1f2328}.said,.tick,.axis{fill:#59636e}
.title{font-size:19px;font-weight:600}.grid{stroke:#d1d9e0}
.growth{stroke:currentColor;stroke-width:2.5;stroke-linejoin:round}.leader{stroke:currentColor;opacity:.6}
circle{fill:currentColor}.name{fill:currentColor;font-weight:600}
.bank{color:#59636e}.bank .growth{stroke-width:1;stroke-dasharray:5 4}
.bank circle{display:none}.bank .name{font-weight:400}${rules("light")}
@media (prefers-color-scheme:dark){
.ground{fill:#0d1117}text{fill:#f0f6fc}.said,.tick,.axis{fill:#9198a1}.name{fill:currentColor}
.grid{stroke:#30363d}.bank{color:#9198a1}${rules("dark")}}
`;
