// A fault of our own is not taken for a FAQ that is absent.
import { expect, it, vi } from "vitest";
import { faqEntries, missingFaqNotes } from "../../../bin/report/faq-entries.ts";
import { knownFaq } from "../../../bin/report/known-faq.ts";

vi.mock("../../../bin/faq-folder.ts", () => {
  const fail = () => {
    throw new TypeError("a slip in the code");
  };
  return { listFaqFolder: fail, readFaqFolder: fail };
});

it.each([faqEntries, missingFaqNotes, knownFaq])("%o throws it on", (read) => {
  expect(() => read("faq")).toThrow("a slip in the code");
});
