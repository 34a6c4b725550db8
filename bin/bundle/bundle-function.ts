// The deployed function as one file, with the list of what went into it.
import { join } from "node:path";
import { build } from "esbuild";
import { type BundledPart, partsOf } from "./parts.ts";

export interface Bundle {
  readonly code: Uint8Array;
  readonly parts: readonly BundledPart[];
}

/** One minified file with the SDK inside: it starts faster than the runtime's own copy. */
export async function bundleFunction(): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(import.meta.dirname, "../../functions/webhook/index.ts")],
    outfile: "index.mjs",
    write: false,
    metafile: true,
    bundle: true,
    minify: true,
    platform: "node",
    format: "esm",
    target: "node20",
    mainFields: ["module", "main"],
    logLevel: "warning",
    // Parts of the SDK are still CommonJS and ask for Node's own modules with `require`.
    banner: {
      js: 'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);',
    },
  });
  const [file] = outputFiles;
  if (!file) throw new Error("The bundle came out empty");
  return { code: file.contents, parts: partsOf(metafile) };
}
