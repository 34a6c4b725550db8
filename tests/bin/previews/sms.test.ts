import { describe, expect, it } from "vitest";
import { measureSms } from "../../../bin/previews/sms.ts";

const segments = (text: string) => measureSms(text).segments;

describe("GSM-7", () => {
  it.each([
    [0, 1],
    [160, 1],
    [161, 2],
    [306, 2],
    [307, 3],
    [459, 3],
    [460, 4],
  ])("%i letters take %i segments", (length, expected) => {
    const { encoding, segments } = measureSms("a".repeat(length));
    expect([encoding, segments]).toEqual(["GSM-7", expected]);
  });

  it("has its own accents and Greek, without more room for them", () => {
    expect(measureSms("éñüÅ£¥Ω@_".repeat(17))).toMatchObject({ encoding: "GSM-7", segments: 1 });
  });

  it("gives brackets, braces, pipes, tildes and the euro two places", () => {
    expect(segments("€".repeat(80))).toBe(1);
    expect(segments(`${"[]{}^~|\\".repeat(10)}a`)).toBe(2);
  });

  it("divides no such pair between two segments", () => {
    const begins = `${"a".repeat(152)}€`;
    expect(segments(begins + "a".repeat(151))).toBe(2);
    expect(segments(begins + "a".repeat(152))).toBe(3);
    expect(segments(`a${begins.slice(1)}${"a".repeat(153)}`)).toBe(3);
  });
});

describe("UCS-2", () => {
  it.each([
    [70, 1],
    [71, 2],
    [134, 2],
    [135, 3],
  ])("%i letters take %i segments", (length, expected) => {
    const { encoding, segments } = measureSms("ж".repeat(length));
    expect([encoding, segments]).toEqual(["UCS-2", expected]);
  });

  it("comes with one curly quote or emoji, which is named with its place", () => {
    const { encoding, segments, outside } = measureSms(`${"a".repeat(80)}’s 😀 ’ `);
    expect([encoding, segments]).toEqual(["UCS-2", 2]);
    expect(outside).toEqual([
      { character: "’", at: 80 },
      { character: "😀", at: 83 },
    ]);
  });

  it("divides no emoji between two segments", () => {
    expect(segments(`${"a".repeat(66)}😀${"a".repeat(65)}`)).toBe(2);
    expect(segments(`${"a".repeat(66)}😀${"a".repeat(66)}`)).toBe(3);
  });

  it("comes with a backtick, which no phone of 1985 had", () => {
    expect(measureSms("`").encoding).toBe("UCS-2");
  });
});
