import { expect, it } from "vitest";
import { createRecentReplies } from "../functions/webhook/recent-replies.ts";

it("tells a reply that is under way from one that was sent", () => {
  const recent = createRecentReplies(() => 0);
  recent.note("a", "sending");
  expect(recent.of("a")).toBe("sending");
  recent.note("a", "sent");
  expect(recent.of("a")).toBe("sent");
  expect(recent.of("b")).toBeUndefined();
});

it("remembers a reply for ten minutes", () => {
  let now = 0;
  const recent = createRecentReplies(() => now);
  recent.note("a", "sent");
  now = 599_999;
  expect(recent.of("a")).toBe("sent");
  now = 600_000;
  expect(recent.of("a")).toBeUndefined();
});

it("forgets what has failed", () => {
  const recent = createRecentReplies(() => 0);
  recent.note("a", "sending");
  recent.forget("a");
  expect(recent.of("a")).toBeUndefined();
});

it("does not grow without end: the oldest goes first", () => {
  const recent = createRecentReplies(() => 0);
  for (let n = 0; n < 10_000; n++) recent.note(String(n), "sent");
  recent.note("0", "sent");
  recent.note("one more", "sent");
  expect(recent.of("0")).toBe("sent");
  expect(recent.of("1")).toBeUndefined();
  expect(recent.of("2")).toBe("sent");
});
