// The names of what is built and learnt stay true to the code that runs.
import { readFileSync } from "node:fs";
import { expect, it, vi } from "vitest";
import { buildName, modelName } from "../../bin/fingerprint.ts";
import { tinyFaq } from "../training/tiny-faq.ts";

vi.mock("node:fs", async (importActual) => {
  const actual = await importActual<typeof import("node:fs")>();
  return { ...actual, readFileSync: vi.fn(actual.readFileSync) };
});

it("names by the code that the process began with, though its files change meanwhile", () => {
  const names = () => [buildName([{ path: "bot.yaml", text: "" }]), modelName(tinyFaq)];
  const before = names();
  expect(readFileSync).toHaveBeenCalled();
  vi.mocked(readFileSync).mockReturnValue("changed");
  expect(names()).toEqual(before);
});
