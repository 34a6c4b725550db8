// Bundles what the browser gets with the pages: the chat's code and both styles, minified.
import type { PageAssets } from "../functions/webhook/page/page.ts";
import { bundleAsset } from "./bundle-asset.ts";

const folder = new URL("../functions/webhook/page/", import.meta.url);

export async function bundlePageAssets(): Promise<PageAssets> {
  const [chatScript, chatStyle, faqStyle] = await Promise.all([
    bundle("client/main.ts"),
    bundle("chat.css"),
    bundle("faq.css"),
  ]);
  return { chatScript, chatStyle, faqStyle };
}

/** Phones of 2020 can still run es2020. */
function bundle(entryPoint: string): Promise<string> {
  return bundleAsset(new URL(entryPoint, folder), "es2020");
}
