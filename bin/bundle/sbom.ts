// The bundle's bill of materials in CycloneDX: npm's own, less what was left out of the bundle.
// https://cyclonedx.org/docs/1.5/json/
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { BundledPart } from "./parts.ts";

/** The members that are read or changed here; npm writes more. */
export interface Sbom {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly serialNumber: string;
  readonly version: number;
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

export interface Component {
  readonly "bom-ref": string;
  readonly type: string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses?: readonly { readonly license: { readonly id?: string } }[];
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
}

/**
 * All packages that are installed. npm 11 can leave out those for development, but then it also
 * leaves out what both kinds depend on.
 */
export async function npmSbom(): Promise<Sbom> {
  const command = ["sbom", "--sbom-format", "cyclonedx"];
  const { stdout } = await promisify(execFile)("npm", [...command, "--sbom-type", "application"], {
    cwd: join(import.meta.dirname, "../.."),
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout);
}

/** @throws Error if npm doesn't know a package that is in the bundle */
export function sbomOf(parts: readonly BundledPart[], all: Sbom): Sbom {
  const wanted = new Set(
    parts.filter(({ isPackage }) => isPackage).map(({ name, version }) => `${name}@${version}`),
  );
  const components = all.components.filter(({ name, version }) => wanted.has(`${name}@${version}`));
  const found = new Set(components.map(({ name, version }) => `${name}@${version}`));
  const missing = [...wanted].filter((name) => !found.has(name));
  if (missing.length > 0) {
    throw new Error(`In the bundle, but unknown to npm: ${missing.join(", ")}`);
  }
  // npm names the project after its folder.
  const ours = parts.find(({ isPackage }) => !isPackage);
  const component = { ...all.metadata.component, ...(ours ? { name: ours.name } : {}) };
  const refs = new Set([component, ...components].map((one) => one["bom-ref"]));
  return {
    ...all,
    metadata: { ...all.metadata, component },
    components,
    dependencies: all.dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) })),
  };
}
