// Days are those of Jakarta, wherever the function runs.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  countingTimeZone,
  dayOf,
  daysBetween,
  expiryOf,
} from "../../functions/webhook/counts/day.ts";

const times = fc.integer({
  min: Date.UTC(2020, 0, 1),
  max: Date.UTC(2100, 0, 1),
});
const dayMs = 24 * 60 * 60 * 1000;

describe("dayOf", () => {
  it("changes the day at midnight in Jakarta, seven hours before Greenwich", () => {
    expect(dayOf(Date.UTC(2026, 10, 23, 16, 59, 59, 999))).toBe("2026-11-23");
    expect(dayOf(Date.UTC(2026, 10, 23, 17))).toBe("2026-11-24");
    expect(dayOf(Date.UTC(2026, 11, 31, 17))).toBe("2027-01-01");
    expect(dayOf(Date.UTC(2028, 1, 28, 17))).toBe("2028-02-29");
  });
});

it("the counting time zone is as far ahead of Greenwich at all times", () => {
  const clock = new Intl.DateTimeFormat("sv-SE", {
    timeZone: countingTimeZone,
    dateStyle: "short",
  });
  fc.assert(fc.property(times, (ms) => void expect(dayOf(ms)).toBe(clock.format(ms))));
});

describe("expiryOf", () => {
  it("is nine days after the end of the day in Jakarta, in seconds", () => {
    const expiry = Date.UTC(2026, 11, 2, 17) / 1000;
    expect(expiryOf(Date.UTC(2026, 10, 22, 17))).toBe(expiry);
    expect(expiryOf(Date.UTC(2026, 10, 23, 5, 0, 0, 1))).toBe(expiry);
    expect(expiryOf(Date.UTC(2026, 10, 23, 16, 59, 59, 999))).toBe(expiry);
    expect(expiryOf(Date.UTC(2026, 10, 23, 17))).toBe(expiry + 24 * 60 * 60);
  });

  it("is a whole second, nine to ten days ahead, at a midnight", () => {
    fc.assert(
      fc.property(times, (ms) => {
        const expiry = expiryOf(ms);
        expect(Number.isInteger(expiry)).toBe(true);
        expect(expiry * 1000 - ms).toBeGreaterThan(9 * dayMs);
        expect(expiry * 1000 - ms).toBeLessThanOrEqual(10 * dayMs);
        expect(dayOf(expiry * 1000 - 1)).not.toBe(dayOf(expiry * 1000));
      }),
    );
  });
});

describe("daysBetween", () => {
  it("names every day once, over the ends of months and years", () => {
    expect(daysBetween("2027-02-27", "2027-03-01")).toEqual([
      "2027-02-27",
      "2027-02-28",
      "2027-03-01",
    ]);
    expect(daysBetween("2026-12-31", "2027-01-01")).toEqual(["2026-12-31", "2027-01-01"]);
    expect(daysBetween("2026-11-23", "2026-11-23")).toEqual(["2026-11-23"]);
  });

  it("names none when the days are the wrong way round", () => {
    expect(daysBetween("2026-11-24", "2026-11-23")).toEqual([]);
  });
});
