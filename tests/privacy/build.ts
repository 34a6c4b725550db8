// Bundles the bot from its source, perhaps with a leak planted in it.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { writeBotData } from "../../bin/bundle/write-data.ts";
import { trainBot } from "../fixtures/bot.ts";

const root = join(import.meta.dirname, "../..");

/** A change of one place in the source. */
export interface Edit {
  /** From the project's root. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

export interface Workshop {
  readonly path: string;
  /** Holds what the build makes of a FAQ. */
  readonly dataFolder: string;
  remove(): void;
}

/** A folder for bundles, outside of which nothing is written. */
export function openWorkshop(): Workshop {
  const path = mkdtempSync(join(tmpdir(), "jelas-privacy-"));
  symlinkSync(join(root, "node_modules"), join(path, "node_modules"));
  const dataFolder = join(path, "data-of-build");
  mkdirSync(dataFolder);
  writeBotData(dataFolder, trainBot());
  return { path, dataFolder, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/**
 * Makes one file of an entry and all that it imports, packages apart.
 * @throws Error if the text that an edit replaces isn't there, or is there twice
 */
export async function bundle(
  entry: string,
  outfile: string,
  edits: readonly Edit[] = [],
  options: BuildOptions = {},
): Promise<void> {
  const unused = new Set(edits);
  const edited: Plugin = {
    name: "edited",
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        let contents = readFileSync(path, "utf8");
        for (const edit of edits) {
          if (path !== join(root, edit.file)) continue;
          const parts = contents.split(edit.from);
          if (parts.length !== 2) {
            throw new Error(`${edit.file} has ${parts.length - 1} of: ${edit.from}`);
          }
          contents = parts.join(edit.to);
          unused.delete(edit);
        }
        // Fixtures are read from beside the source, wherever the bundle lies.
        const isTest = path.startsWith(join(root, "tests"));
        const url = JSON.stringify(pathToFileURL(path).href);
        return {
          contents: isTest ? contents.replaceAll("import.meta.url", url) : contents,
          loader: "ts",
        };
      });
    },
  };
  await build({
    entryPoints: [join(root, entry)],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    logLevel: "silent",
    plugins: [edited],
    ...options,
  });
  for (const { file } of unused) throw new Error(`${file} is not part of the bundle`);
}
