// `npm run sbom`: writes what exactly is deployed, for whoever has to check it.
import { mkdirSync, writeFileSync } from "node:fs";
import { bundleFunction } from "./bundle-function.ts";
import { npmSbom, sbomOf } from "./sbom.ts";

const path = "dist/sbom.cdx.json";

const [{ parts }, all] = await Promise.all([bundleFunction(), npmSbom()]);
const sbom = sbomOf(parts, all);
mkdirSync("dist", { recursive: true });
writeFileSync(path, `${JSON.stringify(sbom, null, 2)}\n`);
process.stderr.write(`${path}: the ${sbom.components.length} packages in the bundle\n`);
