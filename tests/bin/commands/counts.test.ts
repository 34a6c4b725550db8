// `faq counts`, on a store that is being counted into meanwhile.
import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { dayOf } from "../../../functions/webhook/counts/day.ts";
import { createDynamoStore } from "../../../functions/webhook/counts/dynamo.ts";
import {
  type EmbeddedStore,
  openEmbeddedStore,
} from "../../../functions/webhook/counts/embedded.ts";
import type { CountStore } from "../../../functions/webhook/counts/store.ts";
import { startStandIn } from "../../counts/dynamo-stand-in.ts";
import { clientFor, createTables } from "../../counts/dynamo-tables.ts";
import { startCloudWatch } from "../report/cloudwatch-stand-in.ts";
import { libraryFaq, makeFolder } from "../run-faq.ts";
import { runFaqHere } from "../run-here.ts";

const folder = makeFolder();
const dayMs = 24 * 60 * 60 * 1000;
const today = dayOf(Date.now());
const yesterday = dayOf(Date.now() - dayMs);
const longAgo = dayOf(Date.now() - 90 * dayMs);

// Held throughout, as a running server would.
let store: EmbeddedStore;

async function countInto(
  day: string,
  cell: string,
  n: number,
  into: CountStore = store,
): Promise<void> {
  for (let at = 0; at < n; at += 1) {
    const now = Math.floor(Date.now() / 1000);
    await into.claimAndCount(
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
  await countInto(dayOf(Date.now() - 89 * dayMs), "renew-card#id#web#answer", 3);
  await countInto(dayOf(Date.now() - 88 * dayMs), "renew-card#id#web#answer", 3);
});

afterAll(() => {
  store.close();
  folder.remove();
});

const counts = (...args: string[]) =>
  runFaqHere(["--faq", libraryFaq, "counts", ...args], { dataDir: folder.path });

const few = { answered: "<5", suggested: "<5", unanswered: "<5", helpful: "<5", unhelpful: "<5" };
const reported = [
  { entry: "fee", ...few, answered: 23 },
  { entry: "-", ...few, unanswered: 9 },
  { entry: "opening-hours", ...few, answered: 6 },
  { entry: "how-many-books", ...few },
  { entry: "join", ...few },
  { entry: "membership-fee", ...few },
  { entry: "renew-card", ...few },
  { entry: "return-late", ...few },
  { entry: "total", ...few, answered: 30, unanswered: 10 },
];

it("reports the closed days of the last month, small cells hidden, with notes on stderr", async () => {
  const { status, stdout, stderr } = await counts("--format", "json");
  expect(JSON.parse(stdout)).toEqual(reported);
  expect(stderr).toContain(`to ${yesterday}, in days of`);
  expect(stderr).toMatch(/without being counted.* is unknown: `npm start` writes a line/);
  expect(status).toBe(0);
});

it("has a row for each entry of the FAQ in the current folder", async () => {
  const { stdout } = await runFaqHere(["counts", "--format", "json"], { dataDir: folder.path });
  const entries = JSON.parse(stdout).map(({ entry }: { entry: string }) => entry);
  expect(entries).toEqual(expect.arrayContaining(["effective-date", "how-to-accept", "-"]));
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
  const lines = stdout.trimEnd().split("\r\n");
  expect(lines[0]).toBe("entry,answered,suggested,unanswered,helpful,unhelpful");
  expect(lines[1]).toBe("fee,40,<5,<5,<5,<5");
  expect(lines.at(-1)).toBe("total,40,<5,<5,<5,<5");
});

it("shows what waited from before its days, once there is enough", async () => {
  const later = dayOf(Date.now() - 88 * dayMs);
  const { stdout } = await counts("--from", later, "--to", later, "--format", "csv");
  expect(stdout).toContain("renew-card,6,<5,<5,<5,<5");
});

it("prints a table with notes on what was done to it", async () => {
  const { stdout, stderr } = await counts();
  expect(stdout).toMatch(/^entry +answered +suggested +unanswered +helpful +unhelpful\n/);
  expect(stdout).toMatch(/^fee +23 +<5 +<5 +<5 +<5$/m);
  expect(stdout).toMatch(/^5 more, each +<5 +<5 +<5 +<5 +<5$/m);
  expect(stdout).toContain(`to ${yesterday}, in days of`);
  expect(stdout).toContain("without being counted");
  expect(stderr).toBe("");
});

it("makes a page in the FAQ's first language or in another, whatever state the FAQ is in", async () => {
  const indonesian = await counts("--format", "html");
  const withoutFaq = ["--faq", join(folder.path, "no-faq"), "counts", "--format", "html"];
  const english = await runFaqHere(withoutFaq, { dataDir: folder.path });
  expect(indonesian.stdout).toMatch(/^<!doctype html>\n<html lang="id">/);
  expect(indonesian.stdout).toContain("Yang ditanyakan orang");
  expect(indonesian.stderr).toBe("");
  expect(english.stdout).toContain("What people asked about");
  expect(english.stdout).toContain('<th scope="row">fee</th><td>23</td>');
  expect(english.status).toBe(0);
});

it("refuses a language for what has only one", async () => {
  const { status, stdout, stderr } = await counts("--language", "en");
  expect(stderr).toBe("--language is for --format html only.\n");
  expect(stdout).toBe("");
  expect(status).toBe(2);
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
  expect(stderr).toMatch(
    /^.*nowhere\/report\.txt can't be written: its folder isn't there; make it first\.\n$/,
  );
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
  const args = ["--faq", join(folder.path, "no-faq"), "counts", "--format", "csv"];
  const { status, stdout } = await runFaqHere(args, { dataDir });
  expect(stdout).toBe(
    "entry,answered,suggested,unanswered,helpful,unhelpful\r\n-,<5,<5,<5,<5,<5\r\ntotal,<5,<5,<5,<5,<5\r\n",
  );
  expect(status).toBe(0);
});

it("notes that there is no such FAQ, whose name may be misspelt", async () => {
  const noFaq = join(folder.path, "no-faq");
  for (const format of ["table", "html"]) {
    const args = ["--faq", noFaq, "counts", "--format", format];
    const { status, stderr } = await runFaqHere(args, { dataDir: join(folder.path, "not-yet") });
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: `There is no folder "${noFaq}" to read a FAQ from. Name one with --faq DIR. Only entries that were asked about are listed.\n`,
    });
  }
});

it("names the line of a file of counts that is damaged", async () => {
  const dataDir = join(folder.path, "damaged");
  mkdirSync(dataDir);
  writeFileSync(join(dataDir, "counts.jsonl"), "nonsense\n{}\n");
  const { status, stdout, stderr } = await runFaqHere(["counts"], { dataDir });
  expect(stderr).toContain("counts.jsonl:1: not a change.");
  expect(stderr).not.toMatch(/^ +at /m);
  expect(stdout).toBe("");
  expect(status).toBe(1);
});

it("reads DynamoDB and CloudWatch, and says how many questions may be missing", async () => {
  const [dynamo, cloudWatch] = await Promise.all([startStandIn(), startCloudWatch()]);
  onTestFinished(async () => {
    await Promise.all([dynamo.stop(), cloudWatch.stop()]);
  });
  const client = clientFor(dynamo.endpoint);
  const { countsTable, eventsTable } = await createTables(client);
  const deployed = createDynamoStore({ client, countsTable, eventsTable, deadlineMs: 30_000 });
  await countInto(yesterday, "join#id#web#answer", 12, deployed);
  client.destroy();
  cloudWatch.data = [{ atMs: Date.parse(`${yesterday}T12:00:00+07:00`), n: 3 }];

  const { status, stdout, stderr } = await runFaqHere(
    ["--faq", libraryFaq, "counts", "--format", "csv"],
    {
      dataDir: folder.path,
      env: {
        COUNTS_TABLE: countsTable,
        EVENTS_TABLE: eventsTable,
        AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint,
        AWS_ENDPOINT_URL_CLOUDWATCH: cloudWatch.endpoint,
        AWS_REGION: "us-east-1",
        AWS_ACCESS_KEY_ID: "testing",
        AWS_SECRET_ACCESS_KEY: "testing",
      },
    },
  );
  expect(stdout).toContain("join,12,<5,<5,<5,<5\r\n");
  expect(stderr).toContain("About 10 to 15 questions: up to 5 may have been answered");
  expect(status).toBe(0);
});
