// Bundles what the browser gets with the workshop: its code and its style, minified.
import { bundleAsset } from "../../bundle-asset.ts";

export interface WorkshopAssets {
  readonly script: string;
  readonly style: string;
}

export async function bundleWorkshopAssets(): Promise<WorkshopAssets> {
  const [script, style] = await Promise.all([
    bundle("client/main.ts"),
    bundle("styles/workshop.css"),
  ]);
  return { script, style };
}

function bundle(entryPoint: string): Promise<string> {
  return bundleAsset(new URL(entryPoint, import.meta.url), "es2022");
}
