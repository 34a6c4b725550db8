// What becomes of a function when it is bundled: what of Node's it loads, and what of the SDK's is left out.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleEntry, bundleFunction } from "../../../bin/bundle/bundle-function.ts";

const folder = mkdtempSync(join(tmpdir(), "jelas-bundle-"));
symlinkSync(join(import.meta.dirname, "../../../node_modules"), join(folder, "node_modules"));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;

/** Bundles a module of this text and runs it: what it prints. */
async function run(source: string, environment: NodeJS.ProcessEnv = {}): Promise<string> {
  const name = join(folder, String(++files));
  writeFileSync(`${name}.ts`, source);
  writeFileSync(`${name}.mjs`, (await bundleEntry(`${name}.ts`)).code);
  const env = { NODE_NO_WARNINGS: "1", ...environment };
  return (await promisify(execFile)(process.execPath, [`${name}.mjs`], { env })).stdout.trim();
}

describe("Node's own modules", () => {
  it("do what they do when they are imported, under each kind of name", async () => {
    const source = `
      import { createHash as hash, constants } from "node:crypto";
      import path, { join } from "path";
      import * as fs from "node:fs";
      import { setTimeout as pause } from "node:timers/promises";
      import process, { argv } from "node:process";
      await pause(1);
      process.once("exit", () => console.log("bye"));
      const { Agent } = await import("node:http");
      console.log(hash("sha256").update("a").digest("hex").slice(0, 6), typeof constants,
        path.sep, join("a", "b"), fs.existsSync(argv[1]), new Agent() instanceof Agent,
        fs.createReadStream(argv[1]) instanceof fs.ReadStream);`;
    expect(await run(source)).toBe("ca9781 object / a/b true true true\nbye");
  });

  it("do so where CommonJS asks for them", async () => {
    const source = `
      const Emitter = require("events");
      const emitter = new Emitter();
      emitter.on("event", (text) => console.log(text));
      emitter.emit("event", require("node:path").basename("/a/b"));`;
    expect(await run(source)).toBe("b");
  });

  it("load no more than is used of them", async () => {
    const source = `
      import { request } from "node:http";
      import { ReadStream, readFileSync } from "node:fs";
      console.log(typeof request, typeof readFileSync,
        process.moduleLoadList.filter((name) => /undici|fs\\/streams/.test(name)).join());
      console.log(typeof ReadStream);`;
    expect(await run(source)).toBe("function function \nfunction");
  });
});

describe("credentials", () => {
  const source = `
    import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
    const client = new DynamoDBClient({ region: "us-east-1", endpoint: "http://127.0.0.1:1",
      maxAttempts: 1 });
    await client.send(new ListTablesCommand()).catch((error) =>
      console.log(error.name, error.code ?? error.message));`;
  const keys = { AWS_ACCESS_KEY_ID: "key", AWS_SECRET_ACCESS_KEY: "secret" };

  it("are those of the environment", async () => {
    // It got as far as to call.
    expect(await run(source, keys)).toBe("Error ECONNREFUSED");
  });

  it.each<[string, NodeJS.ProcessEnv]>([
    ["none are there", {}],
    ["a profile is named", { AWS_PROFILE: "own" }],
    ["a profile is named beside them", { ...keys, AWS_PROFILE: "own" }],
  ])("are refused where %s, with what to do", async (_, environment) => {
    expect(await run(source, environment)).toMatch(
      /CredentialsProviderError .*set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and unset AWS_PROFILE/s,
    );
  });
});

describe("the deployed function", () => {
  let code: string;
  beforeAll(async () => {
    code = Buffer.from((await bundleFunction()).code).toString();
  });

  it("imports nothing by itself", () => {
    expect(code).not.toMatch(/(^|[;}\s])import\s*["{*\w]/);
  });

  it("cannot read counts, which its role may not either", () => {
    expect(code).toContain("UpdateExpression");
    expect(code).not.toContain("KeyConditionExpression");
  });

  it("loads no part of itself late: esbuild would wrap all that shares code with it", () => {
    // What it calls to run what it has put around a module, when the module is asked for.
    expect(code).not.toMatch(/=\(\w+,\w+,\w+\)=>\(\)=>\{if\(\w+\)throw/);
  });
});
