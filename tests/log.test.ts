import { describe, expect, it } from "vitest";
import { codeOf, createLog, type LogRecord } from "../functions/webhook/log.ts";

function linesOf(...records: LogRecord[]): string[] {
  const lines: string[] = [];
  const log = createLog("build-1", (line) => lines.push(line));
  for (const record of records) log(record);
  return lines;
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

  it("drops every field that is not on the list", () => {
    const record = { level: "info", event: "message", text: "canary", error: new Error("canary") };
    expect(linesOf(record as LogRecord).join()).not.toContain("canary");
  });

  it("drops a code that is none: a sentence, a token, an address", () => {
    for (const code of ["two words", "https://example.org/", "a@b", "é", "", "x".repeat(61)]) {
      expect(linesOf({ level: "warn", event: "delivery", code })).toEqual([
        '{"level":"warn","event":"delivery","build":"build-1"}\n',
      ]);
    }
  });
});

describe("the code of an error", () => {
  it("is the name of its kind, never its message", () => {
    expect(codeOf(new TypeError("canary"))).toBe("TypeError");
    expect(codeOf("canary")).toBe("unknown");
    expect(codeOf(undefined)).toBe("unknown");
  });
});
