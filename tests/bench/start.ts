// How long a cold start takes here, and how large what starts is: the bundle in a process of its own.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { formatTable } from "../../bin/table.ts";
import { quantile } from "./quality/measure.ts";

const folder = resolve("dist/webhook");
const starts = 15;

export function benchStart(): void {
  const files = readBuild();
  const directory = mkdtempSync(join(tmpdir(), "jelas-start-"));
  try {
    const nothing = timesOf("", directory);
    const bundle = timesOf(`await import(${JSON.stringify(bundleUrl())});`, directory);
    const question = timesOf(
      `const { handler } = await import(${JSON.stringify(bundleUrl())}); await handler(${JSON.stringify(chat)});`,
      directory,
    );
    const rows = [
      ["Node itself", nothing],
      ["with the bundle loaded", bundle],
      ["with a first question answered", question],
    ] as const;
    const base = quantile(nothing, 0.5);
    process.stdout.write(
      `${formatTable(
        [`${starts} starts, Node ${process.versions.node}`, "p50 ms", "worst ms", "p50 − Node"],
        rows.map(([name, ms]) => [
          name,
          quantile(ms, 0.5).toFixed(0),
          Math.max(...ms).toFixed(0),
          (quantile(ms, 0.5) - base).toFixed(0),
        ]),
      )}\n\n${formatTable(["file", "bytes", "gzipped"], files)}\n`,
    );
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** The whole life of a process that does this and ends, in milliseconds. */
function timesOf(code: string, directory: string): number[] {
  return Array.from({ length: starts }, () => {
    const startedAt = performance.now();
    execFileSync(process.execPath, ["--input-type=module", "-e", `${code} process.exit(0);`], {
      env: { PATH: process.env.PATH, DATA_DIR: directory, NODE_NO_WARNINGS: "1" },
      stdio: "ignore",
    });
    return performance.now() - startedAt;
  });
}

function readBuild(): string[][] {
  let names: string[];
  try {
    names = readdirSync(folder).sort();
  } catch {
    throw new Error(`There is no ${folder}: run \`npm run build\` first.`);
  }
  const sizes = names.map((name) => {
    const path = join(folder, name);
    return [name, statSync(path).size, gzipSync(readFileSync(path)).length] as const;
  });
  const total = sizes.reduce(([, a, b], [, c, d]) => ["all", a + c, b + d] as const, [
    "all",
    0,
    0,
  ] as readonly [string, number, number]);
  return [...sizes, total].map((row) => row.map(String));
}

function bundleUrl(): string {
  return pathToFileURL(join(folder, "index.mjs")).href;
}

const chat = {
  version: "2.0",
  rawPath: "/chat",
  rawQueryString: "",
  headers: {},
  requestContext: { http: { method: "POST", path: "/chat" } },
  body: JSON.stringify({ text: "apakah wa bisa baca chat saya?" }),
  isBase64Encoded: false,
};
