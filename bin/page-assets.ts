// Bundles what the browser gets with the pages: the chat's code and both styles, minified.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { PageAssets } from "../functions/webhook/page/page.ts";

const folder = new URL("../functions/webhook/page/", import.meta.url);

export async function bundlePageAssets(): Promise<PageAssets> {
  const [chatScript, chatStyle, faqStyle] = await Promise.all(
    ["client/main.ts", "chat.css", "faq.css"].map(bundle),
  );
  if (!chatScript || !chatStyle || !faqStyle) throw new Error("A page asset came out empty");
  return { chatScript, chatStyle, faqStyle };
}

/** Phones of 2020 can still run es2020; everything stands in one text, since pages load no more. */
async function bundle(entryPoint: string): Promise<string | undefined> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(entryPoint, folder))],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2020",
    charset: "utf8",
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]?.text;
}
