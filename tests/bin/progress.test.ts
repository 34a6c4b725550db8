// Progress is one line on a terminal, and nothing elsewhere.
import { expect, it, onTestFinished, vi } from "vitest";
import { startProgress, withProgress } from "../../bin/progress.ts";

function draw(isTTY: boolean, environment = {}): string {
  let written = "";
  const write = (text: string) => {
    written += text;
  };
  const stream = { isTTY, write };
  const progress = startProgress(
    "Judging",
    stream as unknown as typeof process.stderr,
    environment,
  );
  for (const share of [0, 0.001, 0.5, 1]) progress.show(share);
  progress.end();
  return written;
}

it("writes a line over the last one, only when it changes, and wipes it in the end", () => {
  expect(draw(true)).toBe(
    `\rJudging 0 %\rJudging 50 %\rJudging 100 %\r${" ".repeat("Judging 100 %".length)}\r`,
  );
});

it("is silent where nobody watches, or a line can't be taken back", () => {
  expect(draw(false)).toBe("");
  expect(draw(true, { CI: "true" })).toBe("");
  expect(draw(true, { TERM: "dumb" })).toBe("");
});

it("gives back what the work comes to, and wipes the line also where the work fails", () => {
  vi.stubEnv("CI", "");
  vi.stubEnv("TERM", "xterm");
  const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const { isTTY } = process.stderr;
  process.stderr.isTTY = true;
  onTestFinished(() => {
    process.stderr.isTTY = isTTY;
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });
  expect(withProgress("Judging", () => 7)).toBe(7);
  const fail = (show: (share: number) => void) => {
    show(0.5);
    throw new Error("broken");
  };
  expect(() => withProgress("Judging", fail)).toThrow("broken");
  const written = write.mock.calls.map(([text]) => text).join("");
  expect(written).toMatch(/Judging 50 %\r +\r$/);
});
