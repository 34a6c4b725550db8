// What a bundle is made of: the packages whose code is in it, and our own code.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Metafile } from "esbuild";

export interface BundledPart {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  /** As they stand in the bundle, minified and without what nobody calls. */
  readonly bytes: number;
  /** False of our own code. */
  readonly isPackage: boolean;
}

const ourPackage = join(import.meta.dirname, "../..");

/** The largest first. esbuild names files from the working directory, at the places they really lie. */
export function partsOf({ outputs }: Pick<Metafile, "outputs">): BundledPart[] {
  const bytesOf = new Map<string, number>();
  for (const { inputs } of Object.values(outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const folder = packageFolderOf(path) ?? ourPackage;
      bytesOf.set(folder, (bytesOf.get(folder) ?? 0) + bytesInOutput);
    }
  }
  return [...bytesOf]
    .filter(([, bytes]) => bytes > 0)
    .map(([folder, bytes]) => ({ ...manifestOf(folder), bytes, isPackage: folder !== ourPackage }))
    .sort((a, b) => b.bytes - a.bytes || (a.name < b.name ? -1 : 1));
}

/** `undefined` of a file that is in no package. */
function packageFolderOf(path: string): string | undefined {
  return /^.*(^|\/)node_modules\/(@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];
}

function manifestOf(folder: string): Pick<BundledPart, "name" | "version" | "license"> {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const { name, version, license = "" } = manifest as Record<string, string>;
  if (!name || !version) throw new Error(`${folder}/package.json lacks a name or a version`);
  return { name, version, license };
}
