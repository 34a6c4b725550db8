// What the command line may ask for.
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readOptions } from "./options.ts";

it("measures the three sizes of the aim where nothing else is asked", () => {
  expect(readOptions([])).toEqual({ sizes: [50, 500, 5000], phrasings: 20, svg: undefined });
});

it("takes sizes in any order, each once", () => {
  const svg = join(tmpdir(), "scale.svg");
  const options = readOptions(["--entries", "500, 20,500", "--phrasings", "8", "--svg", svg]);
  expect(options).toEqual({ sizes: [20, 500], phrasings: 8, svg });
});

it.each(["", "1", "0", "2.5", "fifty", "50,", "50;500"])("refuses %j for sizes", (entries) => {
  expect(() => readOptions(["--entries", entries])).toThrow(/--entries takes whole numbers/);
});

it("refuses a plot in a folder that isn't there, before it has measured for minutes", () => {
  const svg = join(tmpdir(), "no-such-folder", "scale.svg");
  expect(() => readOptions(["--svg", svg])).toThrow(/there is no folder .*no-such-folder/);
});
