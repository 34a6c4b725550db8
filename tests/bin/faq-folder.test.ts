// A file of the FAQ that can't be read is named, with the reason.
import { expect, it, vi } from "vitest";
import { readFaqFolder } from "../../bin/faq-folder.ts";
import { libraryFaq } from "./run-faq.ts";

// Whoever runs tests as root may read every file.
vi.mock("node:fs", async (importOriginal) => ({
  ...(await importOriginal<typeof import("node:fs")>()),
  readFileSync: () => {
    throw Object.assign(new Error("no"), { code: "EACCES" });
  },
}));

it("says which file, and why", () => {
  const sentence = /^\S+\/tests\/fixtures\/bot\/\S+\.yaml can't be read: you have no permission\.$/;
  expect(() => readFaqFolder(libraryFaq)).toThrow(sentence);
});
