// A bench that is told nonsense says so in a sentence, before it takes its minutes.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { numberBetween, tellParseFault, wholeNumber } from "./arguments.ts";

const index = join(import.meta.dirname, "index.ts");

function bench(...args: string[]): Promise<{ status: unknown; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ["--import", "tsx", index, ...args], (error, stdout, stderr) =>
      resolve({ status: error?.code ?? 0, stdout, stderr }),
    );
  });
}

it("takes whole numbers and shares of seconds as they are", () => {
  expect(wholeNumber("--seed", "0", 0)).toBe(0);
  expect(numberBetween("--seconds", "0.5", 0.1, 600)).toBe(0.5);
});

it.each(["", "x", "0", "2.5", "-1", "Infinity"])("refuses %j for a whole number", (text) => {
  expect(() => wholeNumber("--rounds", text)).toThrow(
    `--rounds takes whole numbers from 1 on, not "${text}".`,
  );
});

it.each(["", "x", "0", "601", "NaN"])("refuses %j for seconds", (text) => {
  expect(() => numberBetween("--seconds", text, 0.1, 600)).toThrow(
    `--seconds takes a number from 0.1 to 600, not "${text}".`,
  );
});

it("leaves every other error what it is", () => {
  expect(tellParseFault(new Error("Something broke"))).toBeUndefined();
});

it.concurrent.each<[string[], string]>([
  [["load", "--rps", "x"], '--rps takes a number from 0.1 to 3600, not "x".\n'],
  [
    ["check", "--entires", "5"],
    "Unknown option '--entires'.\nWhat it takes: npm run bench -- check [--entries 2000]\n",
  ],
  [["model", "--quick"], "model takes nothing, so leave out --quick.\n"],
])("%j ends with 2", async (args, sentence) => {
  expect(await bench(...args)).toEqual({ status: 2, stdout: "", stderr: sentence });
});

it("lists them all, and says what one takes", async () => {
  const { status, stdout } = await bench("load", "--help");
  expect(status).toBe(0);
  expect(stdout).toMatch(/^npm run bench -- load \[--rps 200\] .*\nhow long it takes\n$/);
});
