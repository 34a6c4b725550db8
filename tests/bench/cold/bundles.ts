// What the deployed bundle is measured beside, built for the occasion.
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { bundleEntry, bundleOptions, functionEntry } from "../../../bin/bundle/bundle-function.ts";

const source = (name: string) => join(import.meta.dirname, name);

export const bundles = {
  empty: async () => (await bundleEntry(source("empty.ts"))).code,
  sdkAsUsual: () => bundleAsUsual(source("sdk-only.ts")),
  sdkBuiltAsOurs: async () => (await bundleEntry(source("sdk-only.ts"))).code,
  sdkAsUsed: async () => (await bundleEntry(source("sdk-as-used.ts"))).code,
  ownSignature: async () => (await bundleEntry(functionEntry, [ownSignature])).code,
};

/** Writes a bundle, with the data that lies beside it in another folder if it needs any. */
export async function writeBundle(
  name: keyof typeof bundles,
  folder: string,
  dataFolder?: string,
): Promise<string> {
  const code = await bundles[name]();
  const path = join(folder, name);
  if (dataFolder) cpSync(dataFolder, path, { recursive: true });
  else mkdirSync(path);
  writeFileSync(join(path, "index.mjs"), code);
  return path;
}

/** What esbuild does when it isn't told more than it must be: CommonJS parts need `require`. */
async function bundleAsUsual(entryPoint: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    ...bundleOptions,
    entryPoints: [entryPoint],
    banner: {
      js: 'import{createRequire}from"node:module";const require=createRequire(import.meta.url);',
    },
  });
  const [file] = outputFiles;
  if (!file) throw new Error("A bundle came out empty");
  return file.contents;
}

const ownSignature: Plugin = {
  name: "own-signature",
  setup({ onResolve }) {
    const inPlaceOf = (filter: RegExp, file: string) =>
      onResolve({ filter }, () => ({ path: source(`own-signature/${file}`) }));
    inPlaceOf(/^@aws-sdk\/client-dynamodb$/, "dynamodb.ts");
    inPlaceOf(/^\.\/parameter-store\.ts$/, "parameter-store.ts");
  },
};
