// README.md and README.id.md say the same, so that neither is changed without the other.
import { describe, expect, it } from "vitest";
import {
  anchorsOf,
  fencesIn,
  inlineCode,
  linksIn,
  readDocument,
  withoutFences,
} from "./documents.ts";

const english = readDocument("README.md");
const indonesian = readDocument("README.id.md");

const headings = (markdown: string) =>
  [...withoutFences(markdown).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => heading);

/** The page cut at its headings, what stands under the title first. */
const sectionsOf = (markdown: string) => markdown.split(/^(?=## )/m);

/** Without the comment, and of a file's line in the tree without what it is for. */
const commandIn = (line: string) =>
  (/^ *(?:\S+(?:\/|\.ts) +)+/.exec(line)?.[0] ?? line.replace(/ +# .*$/, "")).trimEnd();

const commandsIn = (section: string) => [
  ...fencesIn(section).flatMap(({ lines }) => lines.map(commandIn)),
  ...inlineCode(section),
];

/** Where links lead, whatever the language: a heading of the page itself by its place on it. */
function targetsIn(section: string, markdown: string): string[] {
  const anchors = anchorsOf(markdown);
  return linksIn(section).map(({ target }) =>
    target.startsWith("#")
      ? `heading ${anchors.indexOf(target.slice(1))}`
      : target.replace(/\.id(?=\.(md|png)$)/, ""),
  );
}

/** In sentences, and in tables with their place; 96.7 and 96,7 are one, as are 5,000 and 5.000. */
function figuresIn(section: string): string[] {
  const figures = (text: string) =>
    [...text.matchAll(/\d+(?:[.,]\d+)*/g)].map(([figure]) => figure.replaceAll(",", "."));
  const lines = withoutFences(section).split("\n");
  const rows = lines.filter((line) => line.startsWith("|")).map((line) => line.split("|"));
  const inRows = rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      figures(cell).map((figure) => `${figure} (row ${row + 1}, column ${column})`),
    ),
  );
  return [...inRows, ...figures(lines.filter((line) => !line.startsWith("|")).join("\n"))];
}

/** What only one of two lists has; their order may differ, as sentences do. */
function onlyIn(these: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return these.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** What each page has that the other lacks, in the section's words. */
function differencesBetween(inEnglish: string, inIndonesian: string): string[] {
  const others = sectionsOf(inIndonesian);
  return sectionsOf(inEnglish).flatMap((section, at) => {
    const other = others[at] ?? "";
    const kinds = {
      command: [commandsIn(section), commandsIn(other)],
      link: [targetsIn(section, inEnglish), targetsIn(other, inIndonesian)],
      figure: [figuresIn(section), figuresIn(other)],
    } as const;
    const where = headings(section)[0] ?? "";
    return Object.entries(kinds).flatMap(([kind, [these, those]]) => [
      ...onlyIn(these, those).map((item) => `${where}: README.id.md lacks the ${kind} ${item}`),
      ...onlyIn(those, these).map((item) => `${where}: README.md lacks the ${kind} ${item}`),
    ]);
  });
}

describe("README.md and README.id.md", () => {
  it("have the same number of sections", () => {
    expect(headings(english).length).toBeGreaterThan(8);
    expect(headings(indonesian)).toHaveLength(headings(english).length);
  });

  it("have the same commands, links and figures in each", () => {
    expect(differencesBetween(english, indonesian)).toEqual([]);
  });

  it("lead to each other", () => {
    const targets = (markdown: string) => linksIn(markdown).map(({ target }) => target);
    expect(targets(english)).toContain("README.id.md");
    expect(targets(indonesian)).toContain("README.md");
  });
});

describe("a difference", () => {
  const page = `# Jelas

\`npm start\` is told of [here](#how-fast), [there](docs/edit.md).

## How fast

At most 7 % wrong.

| | Jelas | others |
|---|---|---|
| 5,000 entries of 50 | 0.12 ms | 390 ms |

\`\`\`
npm run bench -- speed   # how long
bin/          the command line
\`\`\`
`;
  const translated = `# Jelas

[Di sana](docs/edit.id.md), [di sini](#seberapa-cepat), ada \`npm start\`.

## Seberapa cepat

Paling banyak 7% salah.

| | Jelas | yang lain |
|---|---|---|
| dari 50, 5.000 entri | 0,12 ms | 390 ms |

\`\`\`
npm run bench -- speed   # berapa lama
bin/          baris perintah
\`\`\`
`;

  it("is neither the language nor the order of words", () => {
    expect(differencesBetween(page, translated)).toEqual([]);
  });

  it.each([
    ["7%", "8%", ["figure 7", "figure 8"]],
    ["0,12", "0,13", ["figure 0.12 (row 3, column 2)", "figure 0.13 (row 3, column 2)"]],
    ["5.000", "5000", ["figure 5.000 (row 3, column 1)", "figure 5000 (row 3, column 1)"]],
    ["390 ms |", "|", ["figure 390 (row 3, column 3)"]],
    ["-- speed", "-- spede", ["command npm run bench -- speed", "command npm run bench -- spede"]],
    ["bin/  ", "lib/  ", ["command bin/", "command lib/"]],
    ["`npm start`", "`npm test`", ["command npm start", "command npm test"]],
    ["docs/edit.id.md", "docs/check.md", ["link docs/edit.md", "link docs/check.md"]],
    ["#seberapa-cepat", "#jelas", ["link heading 1", "link heading 0"]],
    [" ada `npm start`", "", ["command npm start"]],
  ])("is told of where %j becomes %j", (from, to, expected) => {
    const told = differencesBetween(page, translated.replace(from, to));
    const ways = ["README.id.md lacks the ", "README.md lacks the "];
    expect(told.map((line) => line.replace(/^.*?: /, ""))).toEqual(
      expected.map((what, at) => `${ways[at]}${what}`),
    );
  });
});
