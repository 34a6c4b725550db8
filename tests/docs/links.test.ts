// Whoever follows a link of a document arrives, and comes upon every document by following links.
import { existsSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";
import { anchorsOf, documents, linksIn, readDocument, root } from "./documents.ts";

const isElsewhere = (target: string) => /^(https?|mailto):/.test(target);

/** The file or folder that a link on this page leads to, from the project's folder. */
function placeOf(page: string, target: string): string {
  const [path = ""] = target.split("#");
  return path === "" ? page : normalize(join(dirname(page), decodeURI(path)));
}

function deadLinks(page: string, markdown: string): string[] {
  const here = linksIn(markdown).filter(({ target }) => !isElsewhere(target));
  return here
    .map(({ target }) => target)
    .filter((target) => {
      const place = placeOf(page, target);
      if (place.startsWith("..") || !existsSync(join(root, place))) return true;
      const anchor = target.split("#")[1];
      if (anchor === undefined) return false;
      const text = place === page ? markdown : place.endsWith(".md") ? readDocument(place) : "";
      return !anchorsOf(text).includes(decodeURI(anchor));
    });
}

describe("every link and picture", () => {
  it.each(documents)("of %s leads somewhere", (page) => {
    expect(deadLinks(page, readDocument(page))).toEqual([]);
  });

  it.each([
    ["[a page](docs/nowhere.md)", ["docs/nowhere.md"]],
    ["[a heading](#nowhere)", ["#nowhere"]],
    ["[a heading of another](docs/check.md#nowhere)", ["docs/check.md#nowhere"]],
    ["![a picture](docs/images/nowhere.png)", ["docs/images/nowhere.png"]],
    ['<img src="docs/images/nowhere.png" alt="">', ["docs/images/nowhere.png"]],
    ["[![a picture](docs/images/edit-ask.png)](docs/nowhere.md)", ["docs/nowhere.md"]],
    ["[out of the project](../README.md)", ["../README.md"]],
    ["# Here\n[it](#here) [a page](docs/check.md) [a folder](docs) `[code](x)`", []],
    ["# Twice\n# Twice\n[the second](#twice-1) [a third](#twice-2)", ["#twice-2"]],
  ])("is told from a dead one: %j", (markdown, dead) => {
    expect(deadLinks("README.md", markdown)).toEqual(dead);
  });
});

describe("every picture", () => {
  const pictures = documents.flatMap((page) =>
    linksIn(readDocument(page)).flatMap(({ alt, target }) =>
      alt === undefined ? [] : { page, alt, target, path: placeOf(page, target) },
    ),
  );

  it("has a text that says what is to be seen on it, for whoever doesn't see it", () => {
    expect(pictures.length).toBeGreaterThan(5);
    for (const { page, alt, target } of pictures) {
      expect(alt.length, `${page}: ${target}`).toBeGreaterThan(30);
    }
  });

  it("is small enough to load on a phone", () => {
    for (const { path, page } of pictures) {
      const { size = 0 } = statSync(join(root, path), { throwIfNoEntry: false }) ?? {};
      expect(size, `${page}: ${path}`).toBeLessThan(250_000);
    }
  });
});

describe("every document", () => {
  /** As on GitHub, a link to a folder shows the README in it. */
  const pageAt = (place: string) =>
    [place, join(place, "README.md")].find((path) => documents.includes(path));

  it("is come upon from README.md by following links", () => {
    const reached = new Set(["README.md"]);
    for (const page of reached) {
      for (const { target } of linksIn(readDocument(page))) {
        const next = isElsewhere(target) ? undefined : pageAt(placeOf(page, target));
        if (next) reached.add(next);
      }
    }
    expect(documents.filter((page) => !reached.has(page))).toEqual([]);
  });
});
