// `faq build`: the folder that is deployed: one bundle, and the FAQ as data beside it.
import { mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { build } from "esbuild";
import { dataFiles } from "../../functions/webhook/bot-data.ts";
import { encodePublished } from "../../functions/webhook/faq/published.ts";
import { encodeModel } from "../../functions/webhook/matching/model-file.ts";
import { openFaqWithProgress } from "../open-faq.ts";
import { bundlePageAssets } from "../page-assets.ts";

const outputFolder = "dist/webhook";

export function addBuild(program: Command): void {
  program
    .command("build")
    .description(`make ${outputFolder}, which is what gets deployed`)
    .action(async (_: unknown, command: Command) => {
      const { faq: folder } = command.optsWithGlobals<{ faq: string }>();
      const { faq, build: name, ...trained } = openFaqWithProgress(folder);

      rmSync(outputFolder, { recursive: true, force: true });
      mkdirSync(outputFolder, { recursive: true });
      await bundleFunction();
      const assets = await bundlePageAssets();
      write(dataFiles.faq, encodePublished(faq));
      write(dataFiles.model, encodeModel(trained));
      write(dataFiles.pages, JSON.stringify({ ...assets, build: name }));
      for (const file of ["index.mjs", ...Object.values(dataFiles)]) {
        const kilobytes = Math.ceil(statSync(join(outputFolder, file)).size / 1024);
        process.stderr.write(`${outputFolder}/${file} ${kilobytes} KB\n`);
      }
    });
}

function write(name: string, content: string | Uint8Array): void {
  writeFileSync(join(outputFolder, name), content);
}

/** One minified file with the SDK inside: it starts faster than the runtime's own copy. */
async function bundleFunction(): Promise<void> {
  await build({
    entryPoints: [join(import.meta.dirname, "../../functions/webhook/index.ts")],
    outfile: join(outputFolder, "index.mjs"),
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
}
