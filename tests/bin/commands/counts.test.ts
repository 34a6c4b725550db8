// `faq counts`, on a store that is being counted into meanwhile.
import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { dayOf } from "../../../functions/webhook/counts/day.ts";
import {
  type EmbeddedStore,
  openEmbeddedStore,
} from "../../../functions/webhook/counts/embedded.ts";
import { makeFolder, runFaq } from "../run-faq.ts";

const folder = makeFolder();
const dayMs = 24 * 60 * 60 * 1000;
const today = dayOf(Date.now());
const yesterday = dayOf(Date.now() - dayMs);
const longAgo = dayOf(Date.now() - 90 * dayMs);

// Held throughout, as a running server would.
let store: EmbeddedStore;

async function countInto(day: string, cell: string, n: number): Promise<void> {
  for (let at = 0; at < n; at += 1) {
    const now = Math.floor(Date.now() / 1000);
    await store.claimAndCount(
      {
        eventKey: `v1#${randomUUID()}`,
        owner: randomUUID(),
        now,
        leaseUntil: now + 15,
        expiresAt: now + 1000,
      },
      { pk: `${day}#${at % 8}`, sk: cell },
    );
  }
}

beforeAll(async () => {
  store = openEmbeddedStore({ directory: folder.path });
  await countInto(yesterday, "fee#id#web#answer", 12);
  await countInto(yesterday, "fee#en#telegram#chosen", 11);
  await countInto(yesterday, "join#id#web#answer", 2);
  await countInto(yesterday, "opening-hours#id#web#answer", 6);
  await countInto(yesterday, "-#id#web#fallback-far", 9);
  await countInto(today, "fee#id#web#answer", 40);
  await countInto(longAgo, "fee#id#web#answer", 40);
});

afterAll(() => {
  store.close();
  folder.remove();
});

const counts = (...args: string[]) => runFaq(["counts", ...args], { dataDir: folder.path });

const reported = [
  { entry: "-", answered: 0, suggested: 0, unanswered: 9, helpful: 0, unhelpful: 0 },
  { entry: "fee", answered: 23, suggested: 0, unanswered: 0, helpful: 0, unhelpful: 0 },
  { entry: "join", answered: "<5", suggested: 0, unanswered: 0, helpful: 0, unhelpful: 0 },
  {
    entry: "opening-hours",
    answered: "hidden",
    suggested: 0,
    unanswered: 0,
    helpful: 0,
    unhelpful: 0,
  },
  { entry: "total", answered: 30, suggested: 0, unanswered: 10, helpful: 0, unhelpful: 0 },
];

it("reports the closed days of the last month, small cells hidden", async () => {
  const { status, stdout, stderr } = await counts("--format", "json");
  expect(JSON.parse(stdout)).toEqual(reported);
  expect(stderr).toBe("");
  expect(status).toBe(0);
});

it("leaves today out of the report even when asked for it", async () => {
  const { status, stdout } = await counts("--to", today, "--format", "json");
  expect(JSON.parse(stdout)).toEqual(reported);
  expect(status).toBe(0);
});

it("refuses to report on today alone", async () => {
  const { status, stdout, stderr } = await counts("--from", today, "--to", today);
  expect(stderr).toContain("a report ends yesterday at the latest");
  expect(stdout).toBe("");
  expect(status).toBe(2);
});

it("goes as far back as asked", async () => {
  const { stdout } = await counts("--from", longAgo, "--to", longAgo, "--format", "csv");
  expect(stdout).toBe(
    "entry,answered,suggested,unanswered,helpful,unhelpful\r\nfee,40,0,0,0,0\r\ntotal,40,0,0,0,0\n",
  );
});

it("prints a table with a note on what was done to it", async () => {
  const { stdout } = await counts();
  expect(stdout).toMatch(/^entry +answered +suggested +unanswered +helpful +unhelpful\n/);
  expect(stdout).toMatch(/^fee +23 +0 +0 +0 +0$/m);
  expect(stdout).toMatch(/^join +<5 +0 +0 +0 +0$/m);
  expect(stdout).toContain(`to ${yesterday}.`);
});

it("writes to a file where it is given one, and nothing to stdout", async () => {
  const file = join(folder.path, "report.json");
  const { status, stdout } = await counts("--format", "json", "-o", file);
  expect(stdout).toBe("");
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(reported);
  expect(status).toBe(0);
});

it("says so where it can't write to that file", async () => {
  const { status, stderr } = await counts("-o", join(folder.path, "nowhere/report.txt"));
  expect(stderr).toMatch(/^.*nowhere\/report\.txt can't be written\.\n$/);
  expect(status).toBe(2);
});

it("gives exact cells with --raw, today's too, shards summed, and warns on stderr", async () => {
  const { status, stdout, stderr } = await counts("--raw", "--format", "json");
  const cell = { day: yesterday, entry: "fee", language: "id", channel: "web", outcome: "answer" };
  expect(JSON.parse(stdout)).toEqual([
    { ...cell, entry: "-", outcome: "fallback-far", n: 9 },
    { ...cell, language: "en", channel: "telegram", outcome: "chosen", n: 11 },
    { ...cell, n: 12 },
    { ...cell, entry: "join", n: 2 },
    { ...cell, entry: "opening-hours", n: 6 },
    { ...cell, day: today, n: 40 },
  ]);
  expect(stderr).toContain("exact counts");
  expect(status).toBe(0);
});

it("prints an empty report where nothing was ever counted", async () => {
  const dataDir = join(folder.path, "not-yet");
  const { status, stdout } = await runFaq(["counts", "--format", "csv"], { dataDir });
  expect(stdout).toBe("entry,answered,suggested,unanswered,helpful,unhelpful\r\ntotal,0,0,0,0,0\n");
  expect(status).toBe(0);
});

it("names the line of a file of counts that is damaged", async () => {
  const dataDir = join(folder.path, "damaged");
  mkdirSync(dataDir);
  writeFileSync(join(dataDir, "counts.jsonl"), "nonsense\n{}\n");
  const { status, stdout, stderr } = await runFaq(["counts"], { dataDir });
  expect(stderr).toContain("counts.jsonl:1: not a change.");
  expect(stderr).not.toMatch(/^ +at /m);
  expect(stdout).toBe("");
  expect(status).toBe(1);
});
