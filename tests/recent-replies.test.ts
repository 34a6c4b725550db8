import { expect, it } from "vitest";
import { createRecentReplies } from "../functions/webhook/recent-replies.ts";

it("remembers a reply for ten minutes", () => {
  let now = 0;
  const recent = createRecentReplies(() => now);
  expect(recent.has("a")).toBe(false);
  recent.add("a");
  now = 599_999;
  expect(recent.has("a")).toBe(true);
  now = 600_000;
  expect(recent.has("a")).toBe(false);
});

it("forgets what is taken back", () => {
  const recent = createRecentReplies(() => 0);
  recent.add("a");
  recent.delete("a");
  expect(recent.has("a")).toBe(false);
});

it("does not grow without end: the oldest goes first", () => {
  const recent = createRecentReplies(() => 0);
  for (let n = 0; n < 10_000; n++) recent.add(String(n));
  recent.add("0");
  recent.add("one more");
  expect(recent.has("0")).toBe(true);
  expect(recent.has("1")).toBe(false);
  expect(recent.has("2")).toBe(true);
});
