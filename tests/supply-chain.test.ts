// What we run that others wrote: pinned, from one registry, and listed down to the last package.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Bundle, bundleFunction } from "../bin/bundle/bundle-function.ts";
import { partsOf } from "../bin/bundle/parts.ts";
import { npmSbom, type Sbom, sbomOf } from "../bin/bundle/sbom.ts";

const root = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

interface LockedPackage {
  readonly version: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  /** It lies in another package's archive, whose hash covers it. */
  readonly inBundle?: boolean;
  readonly hasInstallScript?: boolean;
}

const manifest = JSON.parse(read("package.json"));
const lock = JSON.parse(read("package-lock.json"));
const { "": lockedRoot, ...lockedPackages } = lock.packages;
const locked = Object.entries(lockedPackages as Record<string, LockedPackage>);
const direct: [string, string][] = ["dependencies", "devDependencies"].flatMap((kind) =>
  Object.entries<string>(manifest[kind]),
);

/** The paths of the packages of which this is so. */
const pathsWhere = (isSo: (one: LockedPackage) => boolean) =>
  locked.filter(([, one]) => isSo(one)).map(([path]) => path);

describe("dependencies", () => {
  it.each(direct)("%s is pinned to one version, and locked at it", (name, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
    expect(lockedPackages[`node_modules/${name}`].version).toBe(version);
  });

  it("are the same in package.json and in the lock file", () => {
    expect(lockedRoot.dependencies).toEqual(manifest.dependencies);
    expect(lockedRoot.devDependencies).toEqual(manifest.devDependencies);
  });

  it("that run are DynamoDB's client and Fuse.js", () => {
    expect(Object.keys(manifest.dependencies)).toEqual(["@aws-sdk/client-dynamodb", "fuse.js"]);
  });
});

describe("the lock file", () => {
  it("holds a SHA-512 for each package's archive", () => {
    const hash = /^sha512-[A-Za-z0-9+/]{86}==$/;
    const without = pathsWhere(
      ({ integrity, inBundle }) => !inBundle && !hash.test(integrity ?? ""),
    );
    expect(without).toEqual([]);
    expect(locked.length).toBeGreaterThan(300);
  });

  it("takes no package from anywhere but the registry", () => {
    const registry = "https://registry.npmjs.org/";
    expect(
      pathsWhere(
        ({ resolved, version, link }) =>
          link === true ||
          !/^\d/.test(version) ||
          (resolved !== undefined && !resolved.startsWith(registry)),
      ),
    ).toEqual([]);
  });

  it("lets nothing run a script on installation that package.json doesn't allow", () => {
    const allowed = Object.keys(manifest.allowScripts).map((name) => `node_modules/${name}`);
    expect(pathsWhere(({ hasInstallScript }) => hasInstallScript === true)).toEqual(allowed);
    expect(allowed).toEqual(["node_modules/esbuild"]);
  });

  it("is what continuous integration installs from", () => {
    expect(read(".ci/run")).toMatch(/^npm ci\b/m);
    expect(read(".ci/run")).not.toMatch(/^npm (install|i|add|update)(?!.*--no-save)/m);
  });
});

describe("the bundle", () => {
  let bundle: Bundle;
  let all: Sbom;
  beforeAll(async () => {
    [bundle, all] = await Promise.all([bundleFunction(), npmSbom()]);
  });
  const packages = () => bundle.parts.filter(({ isPackage }) => isPackage);

  it("holds the packages that docs/bundle.md lists, and no other", () => {
    const listed = [...read("docs/bundle.md").matchAll(/^\| `([^`]+)` \|/gm)].map(
      ([, name]) => name,
    );
    const bundled = packages().map(({ name }) => name);
    // Compare with what `npm run build` prints.
    expect(listed.sort()).toEqual(bundled.sort());
  });

  it("holds nothing that is for development only", () => {
    const development = new Set(pathsWhere(({ dev }) => dev === true));
    const wrong = packages().filter(({ name }) => development.has(`node_modules/${name}`));
    expect(wrong).toEqual([]);
  });

  it("holds nothing under a licence that asks for more than its notice", () => {
    expect([...new Set(packages().map(({ license }) => license))].sort()).toEqual([
      "Apache-2.0",
      "MIT",
    ]);
  });

  it("is all accounted for, but for the line that is put on top", () => {
    const listed = bundle.parts.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(bundle.code.length - listed).toBeGreaterThanOrEqual(0);
    expect(bundle.code.length - listed).toBeLessThan(2000);
  });

  it("goes out with pages that hold Fuse.js beside our own code, and nothing else", () => {
    const folder = join(root, "functions/webhook/page/client");
    const sources = readdirSync(folder).filter((file) => file.endsWith(".ts"));
    const imported = sources.flatMap((file) =>
      [...readFileSync(join(folder, file), "utf8").matchAll(/from "([^"]+)"/g)].map(([, of]) => of),
    );
    expect(imported.filter((of) => !of?.startsWith("."))).toEqual(["fuse.js/basic"]);
  });

  describe("has a bill of materials", () => {
    const nameOf = (one: { name: string; version: string }) => `${one.name}@${one.version}`;

    it("in CycloneDX 1.5, about this project", () => {
      const { bomFormat, specVersion, serialNumber, version, metadata } = sbomOf(bundle.parts, all);
      expect({ bomFormat, specVersion, version }).toEqual({
        bomFormat: "CycloneDX",
        specVersion: "1.5",
        version: 1,
      });
      expect(serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      expect(metadata.component).toMatchObject({
        type: "application",
        name: manifest.name,
        version: manifest.version,
      });
    });

    it("that lists exactly the packages in the bundle", () => {
      const { components } = sbomOf(bundle.parts, all);
      expect(components.map(nameOf).sort()).toEqual(packages().map(nameOf).sort());
    });

    it("that says of each its address, its licence and the hash in the lock file", () => {
      for (const component of sbomOf(bundle.parts, all).components) {
        const { name, version, type, purl, licenses, hashes } = component;
        expect(type).toBe("library");
        expect(purl).toBe(`pkg:npm/${name.replace("@", "%40")}@${version}`);
        expect(licenses?.[0]?.license.id).toMatch(/^(Apache-2\.0|MIT)$/);
        const { integrity } = lockedPackages[`node_modules/${name}`];
        const [hash] = hashes ?? [];
        expect(hash?.alg).toBe("SHA-512");
        expect(`sha512-${Buffer.from(hash?.content ?? "", "hex").toString("base64")}`).toBe(
          integrity,
        );
      }
    });

    it("whose references each lead to one component", () => {
      const { metadata, components, dependencies } = sbomOf(bundle.parts, all);
      const refs = [metadata.component, ...components].map((one) => one["bom-ref"]);
      expect(new Set(refs).size).toBe(refs.length);
      expect(dependencies.map(({ ref }) => ref).sort()).toEqual([...refs].sort());
      expect(dependencies.flatMap(({ dependsOn }) => dependsOn)).toSatisfy((ends: string[]) =>
        ends.every((end) => refs.includes(end)),
      );
    });

    it("or none, where npm doesn't know a package", () => {
      const stranger = {
        ...(bundle.parts[0] as Bundle["parts"][number]),
        name: "invented",
        isPackage: true,
      };
      expect(() => sbomOf([...bundle.parts, stranger], all)).toThrow("invented@");
    });
  });
});

it("a package within a package counts for itself, and a file in none for us", () => {
  const inner = "node_modules/aws-cdk-lib/node_modules/yaml/dist/index.js";
  const inputs = { [inner]: { bytesInOutput: 7 }, "bin/faq.ts": { bytesInOutput: 5 } };
  const outputs = { "index.mjs": { inputs, bytes: 12, imports: [], exports: [] } };
  expect(partsOf({ outputs })).toMatchObject([
    { name: "yaml", bytes: 7, isPackage: true },
    { name: "jelas", bytes: 5, isPackage: false },
  ]);
});
