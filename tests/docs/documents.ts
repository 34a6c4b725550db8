// The documents of the project, and what stands in them: code, links, pictures, headings.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const root = join(import.meta.dirname, "../..");
export const readDocument = (path: string): string => readFileSync(join(root, path), "utf8");

const markdownIn = (folder: string, recursive: boolean) =>
  readdirSync(join(root, folder), { recursive, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name));

/** Every page that somebody may read, by its path from the project's folder. */
export const documents: readonly string[] = [
  ...markdownIn(".", false),
  ...markdownIn("docs", true),
].sort();

export interface Fence {
  /** The word that says what it holds, such as `yaml`; empty where there is none. */
  readonly language: string;
  readonly lines: readonly string[];
}

const fence = /^( *)```(\w*)\n([\s\S]*?)^ *```$/gm;

/** Blocks of code, without the indentation that they share with a list around them. */
export const fencesIn = (markdown: string): Fence[] =>
  [...markdown.matchAll(fence)].map(([, indent = "", language = "", body = ""]) => ({
    language,
    lines: body
      .trimEnd()
      .split("\n")
      .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart())),
  }));

export const withoutFences = (markdown: string): string => markdown.replace(fence, "");

/** What stands between single backquotes. */
export const inlineCode = (markdown: string): string[] =>
  [...withoutFences(markdown).matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code);

export interface Link {
  readonly target: string;
  /** Of a picture: the text in its place. */
  readonly alt?: string;
}

/** Links and pictures, but for those that are shown as code. */
export function linksIn(markdown: string): Link[] {
  const shown = withoutFences(markdown).replaceAll(/`[^`\n]*`/g, "``");
  const picture = /!\[([^\]]*)\]\(([^)\s]+)\)/g;
  const pictures = [...shown.matchAll(picture)].map(([, alt = "", target = ""]) => ({
    alt,
    target,
  }));
  const tags = [...shown.matchAll(/<img\b[^>]*>/g)].map(([tag]) => ({
    alt: /\balt="([^"]*)"/.exec(tag)?.[1] ?? "",
    target: /\bsrc="([^"]*)"/.exec(tag)?.[1] ?? "",
  }));
  // A picture may be a link itself.
  const links = [...shown.replaceAll(picture, "").matchAll(/\]\(([^)\s]+)\)|\bhref="([^"]*)"/g)];
  return [
    ...pictures,
    ...tags,
    ...links.map(([, target, href]) => ({ target: target ?? href ?? "" })),
  ];
}

/** What links may name on a page, as GitHub makes it of the headings: the second of two gets `-1`. */
export function anchorsOf(markdown: string): string[] {
  const seen = new Map<string, number>();
  return [...withoutFences(markdown).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => {
    const plain = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1").toLowerCase();
    const anchor = plain.replaceAll(/[^\p{L}\p{M}\p{N}_ -]/gu, "").replaceAll(" ", "-");
    const times = seen.get(anchor) ?? 0;
    seen.set(anchor, times + 1);
    return times === 0 ? anchor : `${anchor}-${times}`;
  });
}
