// A process that ends by an error nobody expected says so in one line, and not what the error says.
import { spawn } from "node:child_process";
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleFunction } from "../../bin/bundle/bundle-function.ts";
import { ended, libraryFaq, type Run, runFaq } from "../bin/run-faq.ts";
import { serve } from "../bin/serving.ts";
import { openWorkshop, type Workshop } from "./build.ts";
import { channelOf } from "./deliveries.ts";
import { canariesOf, personAt, secrets, writing } from "./people.ts";
import { createSearch } from "./search.ts";

let workshop: Workshop;
let folder: string;
beforeAll(async () => {
  workshop = openWorkshop();
  // As it is deployed: the bundle beside its data, and nothing else.
  folder = workshop.dataFolder;
  writeFileSync(join(folder, "index.mjs"), (await bundleFunction()).code);
  writeFileSync(join(folder, "throw.mjs"), throwing);
});
afterAll(() => workshop.remove());

const { phone, name } = personAt(1);
const quoted = JSON.stringify([phone, name, writing(1), secrets.LINE_CHANNEL_SECRET]);
const search = createSearch(canariesOf(14, channelOf));

/** Makes an error that quotes people wherever it can, and lets it loose in one of many ways. */
const throwing = `
const quoted = ${JSON.stringify(quoted)};
const error = () => {
  const made = new TypeError(quoted, { cause: new Error(quoted) });
  made.stack = "TypeError: " + quoted + "\\n    at " + quoted;
  made.code = quoted;
  return made;
};
const ways = {
  "thrown later": () => setTimeout(() => { throw error(); }),
  "rejected": () => { void Promise.reject(error()); },
  "emitted": async () => new (await import("node:events")).EventEmitter().emit("error", error()),
  "of a name of its own": () => { void Promise.reject(Object.assign(error(), { name: quoted })); },
  "a text": () => setTimeout(() => { throw quoted; }),
  "an object": () => { void Promise.reject({ name: quoted, message: quoted, stack: quoted }); },
  "nothing": () => { void Promise.reject(undefined); },
};
export const letLoose = (way) => ways[way]();
`;

/** How it is let loose, and all that may be said of it. */
const ways: readonly [way: string, code: string][] = [
  ["thrown later", "TypeError"],
  ["rejected", "TypeError"],
  ["emitted", "TypeError"],
  ["of a name of its own", "other"],
  ["a text", "other"],
  ["an object", "other"],
  ["nothing", "other"],
];

describe("the deployed function ends with one line where an error is", () => {
  it.each(ways)("%s", async (way, code) => {
    const script = `
      import "./index.mjs";
      import { letLoose } from "./throw.mjs";
      letLoose(${JSON.stringify(way)});
      setTimeout(() => process.stdout.write("It went on"), 5000);`;
    const { status, stdout, stderr } = await runScript(script);
    const [start = "", ...rest] = stdout.split(/(?<=\n)/);
    const ms = expect.any(Number);
    expect(JSON.parse(start)).toEqual({ level: "info", event: "start", ms, build: "test" });
    const line = { level: "error", event: "crash", code, build: "test" };
    expect(rest).toEqual([`${JSON.stringify(line)}\n`]);
    expect(stderr).toBe("");
    expect(status).toBe(1);
  });
});

function runScript(script: string): Promise<Run> {
  writeFileSync(join(folder, "run.mjs"), script);
  const child = spawn(process.execPath, [join(folder, "run.mjs")], {
    cwd: folder,
    // Else the AWS SDK says what it thinks of an old Node.
    env: { DATA_DIR: join(workshop.path, "counts"), NODE_NO_WARNINGS: "1" },
  });
  return ended(child);
}

describe("`npm start` ends with one sentence where an error is", () => {
  it.each(ways)("%s", async (way, code) => {
    const trigger = join(workshop.path, "on-signal.mjs");
    cpSync(join(folder, "throw.mjs"), join(workshop.path, "throw.mjs"));
    writeFileSync(
      trigger,
      `import { letLoose } from "./throw.mjs";
       process.on("SIGUSR2", () => letLoose(${JSON.stringify(way)}));`,
    );
    const { child, wrote } = await serve(libraryFaq, join(workshop.path, "served"), {
      NODE_OPTIONS: `--import ${pathToFileURL(trigger)}`,
    });
    const whole = ended(child);
    child.kill("SIGUSR2");
    await wrote(new RegExp(`^Jelas has stopped: unexpected error \\(${code}\\)\\. .*\\n`, "m"));
    const { status, stdout, stderr } = await whole;
    expect(search.find(stdout + stderr)).toEqual([]);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(status).toBe(1);
  });
});

it("`npm start` ends with one sentence where its settings trip over a bug", async () => {
  const bug = join(workshop.path, "bug.mjs");
  writeFileSync(
    bug,
    `const trim = String.prototype.trim;
     String.prototype.trim = function () {
       if (this.startsWith("rahasia")) throw new TypeError("Can't trim " + this);
       return trim.call(this);
     };`,
  );
  const { status, stdout, stderr } = await runFaq(["serve", "--faq", libraryFaq], {
    dataDir: join(workshop.path, "started"),
    env: {
      NODE_OPTIONS: `--import ${pathToFileURL(bug)}`,
      PORT: "0",
      LINE_CHANNEL_SECRET: secrets.LINE_CHANNEL_SECRET,
    },
  });
  expect(stderr).toMatch(/^Jelas has stopped: unexpected error \(TypeError\)\. .*\n$/);
  expect(search.find(stdout + stderr)).toEqual([]);
  expect(status).toBe(1);
});

it("the error would be seen if it were printed", () => {
  expect(search.find(quoted).map(({ canary }) => canary)).toEqual(
    expect.arrayContaining([phone, name]),
  );
});
