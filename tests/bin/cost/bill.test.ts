// A month's bill, worked out by hand for requests of round sizes.
import { describe, expect, it } from "vitest";
import { assumptionsFor } from "../../../bin/cost/assumptions.ts";
import { type Bill, billFor } from "../../../bin/cost/bill.ts";
import { estimate, type Ground } from "../../../bin/cost/estimate.ts";
import type { RequestUse } from "../../../bin/cost/measure.ts";
import { allowances, prices, unitPrice } from "../../../lib/prices.ts";

const gb = 1024 ** 3;
const nothing: RequestUse = {
  requestBytes: 0,
  writeUnits: 0,
  storeCalls: 0,
  platformCalls: 0,
  logBytes: 0,
  outBytes: 0,
};
const message = { ...nothing, writeUnits: 5, storeCalls: 2, platformCalls: 1, outBytes: 1024 };
const ground: Ground = {
  channel: "whatsapp",
  ingress: "http-api",
  watch: "all",
  assumptions: {
    ...assumptionsFor("telegram"),
    ownMs: 60,
    shortMs: 10,
    storeMs: 20,
    platformMs: 300,
    coldShare: 0.01,
    coldMs: 1000,
  },
  measured: {
    questions: 10,
    message,
    receipt: nothing,
    pageView: { ...nothing, outBytes: 10 * 1024 },
    startLogBytes: 200,
    events: { items: 10, bytesPerItem: 128 },
    counts: { items: 10, bytesPerItem: 150 },
  },
};

function lineOf({ lines }: Bill, price: string) {
  const line = lines.find((line) => line.price === price);
  if (!line) throw new Error(`No line has the price ${price}`);
  return line;
}

/** The same, with something assumed or measured otherwise. */
const assuming = (assumptions: Partial<Ground["assumptions"]>): Ground => ({
  ...ground,
  assumptions: { ...ground.assumptions, ...assumptions },
});
const measuring = (measured: Partial<Ground["measured"]>): Ground => ({
  ...ground,
  measured: { ...ground.measured, ...measured },
});

describe("the bill for a million messages", () => {
  const { bill } = estimate(1_000_000, ground);

  it.each([
    ["httpApiRequests", 1_000_000, 1],
    ["lambdaRequests", 1_000_000, 0.2],
    // 60 + 2 × 20 + 300 ms, and a second for one in a hundred; a quarter of a GB.
    ["lambdaTime", 1_000_000 * (0.4 + 0.01) * 0.25, 102_500 * 0.0000133334],
    ["tableWrites", 5_000_000, 3.125],
    ["dataOut", (1_000_000 * 1024) / gb, ((1_000_000 * 1024) / gb) * 0.09],
    ["alarms", 10, 1],
    ["customMetrics", 10, 3],
    ["dashboards", 1, 3],
  ])("has for %s %d at $%d", (price, amount, usd) => {
    const line = lineOf(bill, price);
    expect(line.amount).toBeCloseTo(amount, 6);
    expect(line.usd).toBeCloseTo(usd, 6);
  });

  it("sums up its lines", () => {
    const sum = bill.lines.reduce((total, { usd }) => total + usd, 0);
    expect(bill.usd).toBeCloseTo(sum, 9);
  });

  it("keeps events nine days and a half, and two until AWS deletes them", () => {
    const monthDays = 365 / 12;
    const events = (1_000_000 * 128 * (9.5 + 2)) / monthDays / gb;
    const counts = (10 * 8 * monthDays * 150 * 12) / gb;
    expect(lineOf(bill, "tableStorage").amount).toBeCloseTo(events + counts, 9);
    expect(lineOf(bill, "tableBackup").amount).toBeCloseTo(counts, 9);
  });

  it("keeps logs for 14 days of what it writes", () => {
    const { amount: written } = lineOf(bill, "logIngestion");
    expect(lineOf(bill, "logStorage").amount).toBeCloseTo((written * 14 * 12) / 365, 9);
    // What Lambda and API Gateway write about a request is there even if we write nothing.
    expect((written * gb) / 1_000_000).toBeGreaterThan(300);
    expect((written * gb) / 1_000_000).toBeLessThan(500);
  });

  it("decrypts the settings at each cold start, and every five minutes", () => {
    const fiveMinutes = (365 / 12) * 24 * 12;
    expect(lineOf(bill, "keyRequests").amount).toBeCloseTo(10_000 + fiveMinutes, 6);
  });
});

describe("the bill", () => {
  it("counts receipts as requests that neither write nor wait, and never start a process", () => {
    const { bill } = estimate(1_000_000, assuming({ receipts: 3 }));
    expect(lineOf(bill, "httpApiRequests").amount).toBe(4_000_000);
    expect(lineOf(bill, "lambdaTime").amount).toBeCloseTo((410_000 + 3 * 10_000) * 0.25, 6);
    expect(lineOf(bill, "tableWrites").amount).toBe(5_000_000);
  });

  it("counts visits of the chat page with all that a page sends", () => {
    const { bill } = estimate(1_000_000, assuming({ pageViews: 0.5 }));
    expect(lineOf(bill, "lambdaRequests").amount).toBe(1_500_000);
    expect(lineOf(bill, "dataOut").amount).toBeCloseTo((1_000_000 * (1024 + 5 * 1024)) / gb, 9);
  });

  it("has no HTTP API behind a function URL, nor its log and its alarm", () => {
    const { bill } = estimate(1_000_000, { ...ground, ingress: "function-url" });
    const { bill: withApi } = estimate(1_000_000, ground);
    expect(lineOf(bill, "httpApiRequests").amount).toBe(0);
    expect(lineOf(bill, "logIngestion").amount).toBeLessThan(
      lineOf(withApi, "logIngestion").amount,
    );
    expect(lineOf(bill, "alarms").amount).toBe(9);
    expect(lineOf(bill, "customMetrics").amount).toBe(9);
  });

  it("counts a request of more than 512 KB for each 512 KB that it begins", () => {
    const long = measuring({ message: { ...message, requestBytes: 512 * 1024 + 1 } });
    expect(lineOf(estimate(10, long).bill, "httpApiRequests").amount).toBe(20);
  });

  it.each([
    ["all", 4],
    ["alarms", 1],
    ["none", 0],
  ] as const)(
    "is for watch=%s and nobody who asks $%d, and nothing after the allowance",
    (watch, usd) => {
      const { bill } = estimate(0, { ...ground, watch });
      expect(bill.usd).toBeCloseTo(usd, 9);
      expect(bill.usdAfterAllowance).toBe(0);
    },
  );

  it("has no more counts than messages", () => {
    const { bill } = estimate(5, assuming({ monthsKept: 1 }));
    expect(lineOf(bill, "tableBackup").amount).toBeCloseTo((5 * 150) / gb, 15);
  });

  it("charges for metrics by the hour", () => {
    const { bill } = estimate(73, ground);
    expect(lineOf(bill, "customMetrics").amount).toBeCloseTo(1, 9);
  });
});

describe("AWS's allowance", () => {
  it("is taken off, and no more than is used", () => {
    const { lines, usdAfterAllowance } = billFor([
      { what: "Requests", price: "lambdaRequests", amount: 1_500_000 },
      { what: "Data", price: "dataOut", amount: 5 },
      { what: "Writes", price: "tableWrites", amount: 1_000_000 },
    ]);
    expect(lines.map((line) => line.usdAfterAllowance)).toEqual([0.1, 0, 0.625].map(near));
    expect(usdAfterAllowance).toBeCloseTo(0.725, 9);
  });

  it("is one for what shares it", () => {
    const { lines } = billFor([
      { what: "Written", price: "logIngestion", amount: 4 },
      { what: "Kept", price: "logStorage", amount: 3 },
    ]);
    expect(lines.map((line) => line.usdAfterAllowance)).toEqual([0, near(2 * 0.03)]);
  });

  it("is whole again for the next bill", () => {
    const use = [{ what: "Data", price: "dataOut", amount: allowances.outGb }] as const;
    expect(billFor(use).usdAfterAllowance).toBe(0);
    expect(billFor(use).usdAfterAllowance).toBe(0);
  });
});

describe("the price table", () => {
  it("names a page of AWS for each price", () => {
    for (const { page, usd, per } of Object.values(prices)) {
      expect(page).toMatch(/^https:\/\/aws\.amazon\.com\/[\w-]+\/pricing\//);
      expect(usd / per).toBeGreaterThan(0);
    }
  });

  it("tells the price of one", () => {
    expect(unitPrice("tableWrites")).toBeCloseTo(0.000000625, 12);
    expect(unitPrice("alarms")).toBe(0.1);
  });
});

function near(n: number) {
  return expect.closeTo(n, 9);
}
