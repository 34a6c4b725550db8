// `faq cost`: the bill for a person and for a program, and what it refuses.
import { Command } from "commander";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { addCost } from "../../../bin/commands/cost.ts";
import { libraryFaq, makeFolder } from "../run-faq.ts";
import { runFaqHere } from "../run-here.ts";

const folder = makeFolder();
beforeAll(() => vi.stubEnv("DATA_DIR", folder.path));
afterAll(() => {
  vi.unstubAllEnvs();
  folder.remove();
});

/** Runs the command in this process, and gives what it printed. */
async function cost(...args: string[]): Promise<string> {
  const program = new Command("faq").option("--faq <dir>", "", libraryFaq).exitOverride();
  const quiet = { writeErr: () => {}, writeOut: () => {} };
  addCost(program.configureOutput(quiet));
  for (const command of program.commands) command.configureOutput(quiet).exitOverride();
  let printed = "";
  const write = vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed += text;
    return true;
  });
  try {
    await program.parseAsync(["cost", ...args], { from: "user" });
  } finally {
    write.mockRestore();
  }
  return printed;
}

const json = async (...args: string[]) => JSON.parse(await cost("--json", ...args));

describe("cost --messages", () => {
  it("prints a line for each thing that costs, what they come to, and what that stands on", async () => {
    const text = await cost("--messages", "1000000");
    expect(text).toMatch(/^1,000,000 messages a month: whatsapp, HTTP API; US dollars/);
    expect(text).toMatch(/^HTTP API +4,000,000 requests +\$1 per 1,000,000 +4\.00 +4\.00$/m);
    expect(text).toMatch(
      /^DynamoDB writes +5,000,000 write units +\$0\.625 per 1,000,000 +3\.13 +3\.13$/m,
    );
    expect(text).toMatch(/^Dashboard +1 dashboard +\$3 +3\.00 +0\.00$/m);
    expect(text).toMatch(/^In all +\d+\.\d\d +\d+\.\d\d$/m);
    expect(text).toMatch(/^Each million, by use +\d+\.\d\d$/m);
    expect(text).toMatch(/^When nobody asks +4\.00 +0\.00$/m);
    expect(text).toContain("5 write units in 2 calls to DynamoDB");
    expect(text).toContain("3 deliveries after each reply");
    expect(text).toContain("about $1,547 a month");
  });

  it("leaves out what is not used", async () => {
    const text = await cost("--messages", "1000", "--ingress", "function-url", "--watch", "none");
    expect(text).not.toMatch(/HTTP API|Alarms|Dashboard/);
  });

  it("has no million to speak of when nobody asks", async () => {
    expect(await cost("--messages", "0")).not.toMatch(/million|NaN|Infinity/);
  });
});

describe("cost", () => {
  it("prints a row for each of some numbers of messages, and how to see one line by line", async () => {
    const text = await cost("--channel", "web");
    const rows = ["0", "10,000", "100,000", "1,000,000", "10,000,000"];
    for (const row of rows) expect(text).toMatch(new RegExp(`^${row} +\\d+\\.\\d\\d +`, "m"));
    expect(text).toContain("npm run --silent faq -- cost --messages 1000000");
    expect(text).toContain("0.5 visits of the chat page for each message");
    expect(text).not.toContain("deliveries after each reply");
  });

  it("gives a program the same bills, and what they stand on", async () => {
    const result = await json("--messages", "2000000");
    expect(Object.keys(result)).toEqual([
      "region",
      "pricesAsOf",
      "channel",
      "ingress",
      "watch",
      "bills",
      "idle",
      "prices",
      "assumptions",
      "measured",
      "comparison",
    ]);
    expect(result.bills).toHaveLength(1);
    const [{ messages, lines, usd }] = result.bills;
    expect(messages).toBe(2_000_000);
    const sum = lines.reduce((total: number, line: { usd: number }) => total + line.usd, 0);
    expect(usd).toBeCloseTo(sum, 9);
    expect(result.idle).toEqual({ usd: 4, usdAfterAllowance: 0 });
    expect(result.comparison).toMatchObject({ usdAMonth: 1547 });
  });

  it("takes every assumption from whoever knows better", async () => {
    const given = {
      ownMs: 1,
      shortMs: 2,
      storeMs: 3,
      platformMs: 4,
      coldShare: 0.5,
      coldMs: 6,
      receipts: 0,
      pageViews: 0.25,
      monthsKept: 9,
    };
    const flags = Object.entries(given).flatMap(([name, value]) => [
      `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      String(value),
    ]);
    expect((await json(...flags)).assumptions).toEqual(given);
  });

  it.each([
    ["--messages", "-5"],
    ["--messages", "1.5"],
    ["--messages", "many"],
    ["--messages", "9999999999999"],
    ["--cold-share", "1.1"],
    ["--platform-ms", "-1"],
    ["--store-ms", "NaN"],
    ["--receipts", ""],
    ["--ingress", "alb"],
    ["--channel", "fax"],
    ["--watch", "some"],
  ])("refuses %s %s", async (flag, value) => {
    await expect(cost(flag, value)).rejects.toThrow(/invalid/);
  });

  it("says that the chat page has no receipts", async () => {
    await expect(cost("--channel", "web", "--receipts", "1")).rejects.toThrow(/no receipts/);
  });

  it("is a command of faq, and refuses wrong usage with status 2", async () => {
    const { status, stderr } = await runFaqHere(["cost", "--messages", "x"], {
      dataDir: folder.path,
    });
    expect(stderr).toContain("Give a whole number such as 1000000.");
    expect(status).toBe(2);
  });
});
