// One script or style that a page gets, with all that it needs, minified.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** Everything stands in one text, since our pages load nothing more. */
export async function bundleAsset(entryPoint: URL, target: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(entryPoint)],
    bundle: true,
    minify: true,
    format: "iife",
    target,
    charset: "utf8",
    write: false,
    logLevel: "silent",
  });
  const text = outputFiles[0]?.text;
  if (!text) throw new Error(`${entryPoint.pathname.split("/").at(-1)} came out empty`);
  return text;
}
