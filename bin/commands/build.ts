// `faq build`: the folder that is deployed: one bundle, and the FAQ as data beside it.
import { mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { dataFiles } from "../../functions/webhook/data-files.ts";
import { bundleFunction } from "../bundle/bundle-function.ts";
import { formatParts } from "../bundle/format.ts";
import { writeBotData } from "../bundle/write-data.ts";
import { notesAndExamples } from "../help.ts";
import { openFaqWithProgress } from "../open-faq.ts";
import { bundlePageAssets } from "../page-assets.ts";
import { smokeOrRemove } from "../smoke/smoke-or-remove.ts";

const outputFolder = "dist/webhook";
const bundleFile = "index.mjs";

export function addBuild(program: Command): void {
  program
    .command("build")
    .description(`make ${outputFolder}, which is what gets deployed, and ask it whether it works`)
    .addHelpText(
      "after",
      notesAndExamples({
        notes: ["`npm run build` runs this, and so does `npx cdk deploy`."],
        examples: ["build"],
      }),
    )
    .action(async (_: unknown, command: Command) => {
      const { faq: folder } = command.optsWithGlobals<{ faq: string }>();
      const learnt = openFaqWithProgress(folder);

      rmSync(outputFolder, { recursive: true, force: true });
      mkdirSync(outputFolder, { recursive: true });
      const { code, parts } = await bundleFunction();
      const assets = await bundlePageAssets();
      writeFileSync(join(outputFolder, bundleFile), code);
      writeBotData(outputFolder, { ...learnt, assets });
      for (const file of [bundleFile, ...Object.values(dataFiles)]) {
        const kilobytes = Math.ceil(statSync(join(outputFolder, file)).size / 1024);
        process.stderr.write(`${outputFolder}/${file} ${kilobytes} KB\n`);
      }
      process.stdout.write(`${formatParts(parts)}\n`);
      await smokeOrRemove(outputFolder, learnt);
    });
}
