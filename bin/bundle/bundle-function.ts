// The deployed function as one file, with the list of what went into it.
import { join } from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { leaveOut } from "./leave-out.ts";
import { type BundledPart, partsOf } from "./parts.ts";
import { requireBuiltins } from "./require-builtins.ts";

export interface Bundle {
  readonly code: Uint8Array;
  readonly parts: readonly BundledPart[];
}

export const functionEntry = join(import.meta.dirname, "../../functions/webhook/index.ts");

/** How esbuild makes one file of a function for Node, whatever else it is told. */
export const bundleOptions = {
  write: false,
  bundle: true,
  minify: true,
  platform: "node",
  format: "esm",
  target: "node20",
  mainFields: ["module", "main"],
  logLevel: "warning",
} satisfies BuildOptions;

/** One minified file with the SDK inside: it starts faster than the runtime's own copy. */
export function bundleFunction(): Promise<Bundle> {
  return bundleEntry(functionEntry);
}

/** Any function, bundled as the deployed one is. */
export async function bundleEntry(
  entryPoint: string,
  plugins: readonly Plugin[] = [],
): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    ...bundleOptions,
    entryPoints: [entryPoint],
    outfile: "index.mjs",
    metafile: true,
    plugins: [...plugins, requireBuiltins, leaveOut],
  });
  const [file] = outputFiles;
  if (!file) throw new Error("The bundle came out empty");
  return { code: file.contents, parts: partsOf(metafile) };
}
