// Bundles what the browser gets with the workshop: its code and its style, minified.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

export interface WorkshopAssets {
  readonly script: string;
  readonly style: string;
}

export async function bundleWorkshopAssets(): Promise<WorkshopAssets> {
  const [script, style] = await Promise.all(["client/main.ts", "styles/workshop.css"].map(bundle));
  if (!script || !style) throw new Error("An asset of the workshop came out empty");
  return { script, style };
}

/** The page loads nothing more, so everything stands in one text. */
async function bundle(entryPoint: string): Promise<string | undefined> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(entryPoint, import.meta.url))],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text;
}
