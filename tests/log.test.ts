import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { createLog } from "../functions/webhook/log.ts";
import { codeOf, isLogCode, logCode } from "../functions/webhook/log-codes.ts";
import type { LogRecord } from "../functions/webhook/log-record.ts";

function linesOf(...records: LogRecord[]): string[] {
  const lines: string[] = [];
  const log = createLog("build-1", { write: (line) => lines.push(line) });
  for (const record of records) log(record);
  return lines;
}

/** What the line says when a caller gets round the compiler. */
function lineOf(record: object): object {
  return JSON.parse(linesOf(record as LogRecord).join());
}

describe("a line of the log", () => {
  it("is JSON with the fields of the closed list, and the build", () => {
    const [line] = linesOf({
      level: "info",
      event: "message",
      channel: "whatsapp",
      ending: "replied",
      ms: 12.6,
    });
    expect(line).toBe(
      '{"level":"info","event":"message","channel":"whatsapp","ending":"replied","ms":13,"build":"build-1"}\n',
    );
  });

  it("goes to standard output unless it is told where", () => {
    const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    createLog("build-1")({ level: "info", event: "ignored" });
    const lines = write.mock.calls.map(([line]) => line);
    write.mockRestore();
    expect(lines).toEqual(['{"level":"info","event":"ignored","build":"build-1"}\n']);
  });

  it("holds every field that there is", () => {
    const record = {
      level: "error",
      event: "delivery",
      channel: "line",
      ending: "refused",
      delivery: "permanent",
      code: "400",
      status: 503,
      ms: 0,
    } as const;
    expect(lineOf(record)).toEqual({ ...record, build: "build-1" });
  });

  it("drops every field that is not on the list", () => {
    const record = { level: "info", event: "message", text: "canary", error: new Error("canary") };
    expect(lineOf(record)).toEqual({ level: "info", event: "message", build: "build-1" });
  });

  it("drops every value that is on no list, whatever its type", () => {
    const values = ["canary", "62800555123", 62_800_555_123, -1, 99, 600, null, true, ["info"], {}];
    for (const value of [...values, Number.NaN, Number.POSITIVE_INFINITY, new Error("canary")]) {
      const record = Object.fromEntries(
        ["level", "event", "channel", "ending", "delivery", "code", "status"].map((name) => [
          name,
          value,
        ]),
      );
      expect(lineOf(record)).toEqual({ build: "build-1" });
    }
  });

  it("keeps times up to an hour and statuses of three digits, the ends included", () => {
    expect(lineOf({ ms: 3_600_000, status: 100 })).toMatchObject({ ms: 3_600_000, status: 100 });
    expect(lineOf({ ms: 0, status: 599 })).toMatchObject({ ms: 0, status: 599 });
    for (const ms of [-1, 3_600_001, "12", 62_800_555_123]) {
      expect(lineOf({ ms })).toEqual({ build: "build-1" });
    }
    for (const status of ["200", "5", [404]])
      expect(lineOf({ status })).toEqual({ build: "build-1" });
  });

  it("never holds a text that somebody wrote, in any field", () => {
    // A number of three digits may be a status, which is no text of anybody's.
    const number = fc.bigInt({ min: 10_000_000n }).map(String);
    const anything = fc.oneof(fc.string({ minLength: 8 }), number);
    fc.assert(
      fc.property(anything, fc.constantFrom("level", "event", "code", "ms"), (text, name) => {
        expect(lineOf({ [name]: text })).toEqual({ build: "build-1" });
      }),
      { numRuns: 2000 },
    );
  });
});

describe("the code of a failure", () => {
  it("is one that we know, or an HTTP status that is an error", () => {
    for (const code of ["timeout", "131047", "TransactionConflict", "400", "599", "other"]) {
      expect(logCode(code)).toBe(code);
      expect(isLogCode(code)).toBe(true);
    }
  });

  it("is `other` for anything else: a sentence, a token, an address, a number", () => {
    const strange = ["two words", "https://example.org/", "a@b", "", "62800555123", "4000", "399"];
    for (const code of [...strange, "600", " 400", "400\n", "canary", "constructor", "__proto__"]) {
      expect(logCode(code)).toBe("other");
      expect(isLogCode(code)).toBe(false);
    }
    for (const code of [undefined, null, 400, ["400"], {}]) expect(isLogCode(code)).toBe(false);
  });
});

describe("the code of an error", () => {
  it("is the name of its kind, never its message", () => {
    expect(codeOf(new TypeError("canary"))).toBe("TypeError");
    expect(codeOf("canary")).toBe("other");
    expect(codeOf(undefined)).toBe("other");
  });

  it("is `other` for an error that was named by a stranger", () => {
    expect(codeOf(Object.assign(new Error("canary"), { name: "canary" }))).toBe("other");
  });
});
