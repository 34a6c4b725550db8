// `faq ask`: one answer for a person, one for a program, and a line each for many.
import { once } from "node:events";
import { existsSync } from "node:fs";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ended, libraryFaq, makeFolder, runFaq, startFaq } from "../run-faq.ts";
import { runFaqHere } from "../run-here.ts";

const folder = makeFolder();
afterAll(folder.remove);
const options = { dataDir: folder.path };
const command = ["ask", "--faq", libraryFaq];
const ask = (args: string[]) => runFaqHere([...command, ...args], options);
const askLines = (input: string) => runFaq([...command, "--jsonl"], { ...options, input });

// Learns the FAQ for all that follow.
beforeAll(() => ask(["halo"]));

const line = (text: string) => `${JSON.stringify({ text })}\n`;
const resultsOf = (stdout: string) =>
  stdout
    .trimEnd()
    .split("\n")
    .map((text) => JSON.parse(text));

describe("ask TEXT…", () => {
  it("prints the answer, its sources and the related questions by number", async () => {
    const { status, stdout, stderr } = await ask(["when", "does", "my", "card", "run", "out"]);
    expect(stdout).toContain("Yes, every two years");
    expect(stdout).toContain("https://example.org/peraturan/");
    expect(stdout).toMatch(/^\d+\. How do I become a member\?$/m);
    expect(stdout).toMatch(/^\d+\. How much does membership cost\?$/m);
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });

  it("understands a number that it printed", async () => {
    const { stdout: printed } = await ask(["how do I renew my card"]);
    const number = /^(\d+)\. How do I become a member\?$/m.exec(printed)?.[1] ?? "none";
    const { stdout } = await ask(["--json", number]);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: "answer", entry: "join" });
  });
});

describe("ask --json", () => {
  it("prints one line with the promised keys and no others", async () => {
    const { status, stdout } = await ask(["--json", "buka jam berapa"]);
    expect(JSON.parse(stdout)).toEqual({
      outcome: "answer",
      entry: "opening-hours",
      language: "id",
      confidence: expect.any(Number),
      suggestions: [],
      text: "Setiap hari pukul 9 sampai 20.",
    });
    expect(stdout.trimEnd()).not.toContain("\n");
    expect(status).toBe(0);
  });
});

describe("ask --jsonl", () => {
  it("answers every line, in order", async () => {
    const questions = [
      "buka jam berapa",
      "halo",
      "how do I cook rendang",
      "is membership free",
      "",
    ];
    const { status, stdout } = await askLines(questions.map(line).join(""));
    expect(resultsOf(stdout).map(({ outcome, entry }) => [outcome, entry])).toEqual([
      ["answer", "opening-hours"],
      ["smalltalk", null],
      ["fallback", null],
      ["answer", "membership-fee"],
      ["fallback", null],
    ]);
    expect(status).toBe(0);
  });

  it("takes Windows' line ends, empty lines and a last line without an end", async () => {
    const { status, stdout } = await askLines(
      '{"text":"is membership free"}\r\n\r\n{"text":"buka jam berapa"}',
    );
    const entries = resultsOf(stdout).map(({ entry }) => entry);
    expect(entries).toEqual(["membership-fee", "opening-hours"]);
    expect(status).toBe(0);
  });

  it("takes a line separator of Unicode for a part of the question", async () => {
    const { status, stdout } = await askLines(line("is\u2028membership free"));
    expect(resultsOf(stdout).map(({ entry }) => entry)).toEqual(["membership-fee"]);
    expect(status).toBe(0);
  });

  it.each(['{"text": 5}', '{"txt": "halo"}', "halo", "null", '["halo"]'])(
    "answers until a line that is malformed, such as %s, and names its number",
    async (malformed) => {
      const input = `${line("is membership free")}\n${malformed}\n${line("halo")}`;
      const { status, stdout, stderr } = await askLines(input);
      expect(resultsOf(stdout)).toHaveLength(1);
      expect(stderr).toBe('Line 3 is not of the form {"text": "…"}.\n');
      expect(status).toBe(1);
    },
  );

  it("ends at a malformed line though more may come", async () => {
    const child = startFaq([...command, "--jsonl"], options);
    child.stdin.write("halo\n");
    const { status } = await ended(child);
    expect(status).toBe(1);
  });

  it("ends without a word once nobody reads on", async () => {
    const child = startFaq([...command, "--jsonl"], options);
    child.stdin.on("error", () => {}); // It ends before it has read everything.
    child.stdin.end(line("is membership free").repeat(20_000));
    child.stdout.once("data", () => child.stdout.destroy());
    const [[status], stderr] = await Promise.all([once(child, "close"), text(child.stderr)]);
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });

  it.skipIf(!existsSync("/proc/self/status"))(
    "needs no more memory for 20,000 lines than for 2,000 (skipped where there is no /proc)",
    async () => {
      const few = await peakOf(2000);
      const many = await peakOf(20_000);
      // The lines alone are 80 MB.
      expect(many - few).toBeLessThan(48);
    },
  );
});

/** The most memory in MB that a process held to answer this many lines of 4 KB. */
async function peakOf(lines: number): Promise<number> {
  const tellPeak = `data:text/javascript,
    import { readFileSync } from "node:fs";
    process.on("exit", () => process.stderr.write(readFileSync("/proc/self/status")));`;
  const child = startFaq([...command, "--jsonl"], {
    ...options,
    env: { NODE_OPTIONS: `--import=${encodeURI(tellPeak)}` },
  });
  const longLine = `${JSON.stringify({ text: "buka jam berapa", note: "x".repeat(4000) })}\n`;
  const [{ status, stdout, stderr }] = await Promise.all([
    ended(child),
    pipeline(Readable.from(Array.from({ length: lines }, () => longLine)), child.stdin),
  ]);
  expect(status).toBe(0);
  expect(stdout.match(/\n/g)).toHaveLength(lines);
  return Number(/VmHWM:\s+(\d+) kB/.exec(stderr)?.[1]) / 1024;
}
