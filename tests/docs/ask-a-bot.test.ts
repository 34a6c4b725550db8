// What the documents send to a running bot gets the answers that they promise.
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it, onTestFinished, vi } from "vitest";
import { libraryFaq, makeFolder } from "../bin/run-faq.ts";
import { runHere } from "../bin/run-here.ts";
import { serve } from "../bin/serving.ts";
import { fencesIn, readDocument } from "./documents.ts";
import { writtenCalls, writtenFaqCalls } from "./written-calls.ts";

const here = "http://localhost:3000";

it("answers everything that a document has sent to the bot of `npm start`", async () => {
  const data = makeFolder();
  onTestFinished(data.remove);
  vi.stubEnv("DATA_DIR", data.path);
  vi.stubEnv("GENERIC_SECRET", `whsec_${Buffer.alloc(32, 7).toString("base64")}`);
  onTestFinished(() => void vi.unstubAllEnvs());
  const settings = { GENERIC_SECRET: process.env.GENERIC_SECRET ?? "" };
  const { origin } = await serve(libraryFaq, data.path, settings);

  const sent = writtenFaqCalls().filter(([name, ...args]) => name === "send" && args.length > 0);
  expect(sent.length).toBeGreaterThan(1);
  for (const call of sent) {
    const { status, stdout } = await runHere(call);
    expect([call, status]).toEqual([call, 0]);
    expect(stdout).toContain(`${call[1]} answered with status 200.`);
  }

  const checks = writtenFaqCalls().filter((call) => call.includes(here));
  expect(checks).toHaveLength(1);
  for (const call of checks) {
    const { status, stdout } = await runHere(call.map((word) => word.replace(here, origin)));
    expect([call, status]).toEqual([call, 0]);
    expect(stdout).toContain("knows the secret");
  }

  const curls = writtenCalls().filter(
    ([program, ...rest]) => program === "curl" && rest.some((word) => word.startsWith(here)),
  );
  expect(curls.length).toBeGreaterThan(0);
  for (const [, ...words] of curls) {
    const address = words.find((word) => word.startsWith(here)) ?? "";
    const body = words[words.indexOf("-d") + 1] ?? "";
    // curl calls what -d gives a form unless it is told otherwise.
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const response = await fetch(address.replace(here, origin), { method: "POST", body, headers });
    expect([words, response.status]).toEqual([words, 200]);
    expect(await response.json()).toHaveProperty("text");
  }

  const [example] = fencesIn(readDocument("docs/channels/generic.md")).filter(
    ({ language }) => language === "js",
  );
  const script = join(data.path, "ask.mjs");
  writeFileSync(script, example?.lines.join("\n") ?? "");
  const { stdout } = await promisify(execFile)(process.execPath, [script, origin], {
    env: { PATH: process.env.PATH, ...settings },
  });
  expect(stdout).toMatch(/^200 \{"type":"message.reply"/);
});
