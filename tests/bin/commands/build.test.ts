// `faq build`: what it makes answers on its own, as Lambda would ask it.
import { execFile } from "node:child_process";
import { appendFileSync, existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { copyProject } from "../../project-copy.ts";
import { libraryFaq, type Run, runFaq } from "../run-faq.ts";

const project = copyProject(libraryFaq);
afterAll(project.remove);

let built: Run;
beforeAll(async () => {
  built = await runFaq(["build"], { dataDir: join(project.path, "data"), cwd: project.path });
});

const askScript = `
import { handler } from "./dist/webhook/index.mjs";
const request = (method, path, body) => handler({
  version: "2.0",
  rawPath: path,
  rawQueryString: "",
  headers: { "content-type": "application/json" },
  requestContext: { http: { method, path } },
  ...(body ? { body: JSON.stringify(body) } : {}),
  isBase64Encoded: false,
});
const responses = [
  await request("POST", "/chat", { text: "buka jam berapa" }),
  await request("GET", "/"),
  await request("GET", "/health"),
];
process.stderr.write(JSON.stringify(responses.map(({ statusCode, body }) => ({ statusCode, body }))));
`;

it("makes one bundle, and the FAQ as data beside it", () => {
  expect(built.stderr).toContain("dist/webhook/index.mjs");
  expect(built.stderr).toMatch(/^dist\/webhook answers: 35 requests to a fresh process/m);
  expect(built.status).toBe(0);
  expect(readdirSync(join(project.path, "dist/webhook")).sort()).toEqual([
    "faq.json",
    "index.mjs",
    "model.bin",
    "pages.json",
  ]);
});

it("makes a bundle that answers", async () => {
  writeFileSync(join(project.path, "ask.mjs"), askScript);
  const { stderr } = await promisify(execFile)(process.execPath, ["ask.mjs"], {
    cwd: project.path,
    env: { DATA_DIR: join(project.path, "counts") },
  });
  const [chat, page, health] = JSON.parse(stderr);
  expect(chat.statusCode).toBe(200);
  expect(JSON.parse(chat.body)).toMatchObject({ entry: "opening-hours", language: "id" });
  expect(page.statusCode).toBe(200);
  expect(JSON.parse(health.body)).toEqual({
    status: "ok",
    build: expect.stringMatching(/^[0-9a-f]{16}$/),
  });
});

it("leaves nothing to deploy where the bundle it made does not work", async () => {
  appendFileSync(
    join(project.path, "functions/webhook/index.ts"),
    'throw new Error("no such luck");\n',
  );
  const options = { dataDir: join(project.path, "data"), cwd: project.path };
  const { status, stderr } = await runFaq(["build"], options);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^The bundle does not work: no such luck\.\n.*dist\/webhook was removed/m);
  expect(existsSync(join(project.path, "dist/webhook"))).toBe(false);
});
