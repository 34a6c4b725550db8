// That requests are handled one by one or many at once, as was asked, and that a wrong answer ends it all.
import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { handleFor } from "./measure.ts";
import { type RequestKind, requestKinds } from "./requests.ts";

const [kind] = requestKinds as [RequestKind];
const texts = [""].values();

/** Notes how many requests are under way at the most. */
function busyHandler(statusCode = 200) {
  let [now, most] = [0, 0];
  const handler = async () => {
    now += 1;
    most = Math.max(most, now);
    await nextTurn();
    now -= 1;
    return { statusCode };
  };
  return { handler, most: () => most };
}

describe("handling requests for a while", () => {
  it.each([1, 20])("has %i under way at once, and no more", async (atOnce) => {
    const { handler, most } = busyHandler();
    const { messages, cpuMs, elapsedMs } = await handleFor({ handler }, kind, texts, {
      atOnce,
      milliseconds: 20,
    });
    expect(most()).toBe(atOnce);
    expect(messages).toBeGreaterThan(0);
    expect(Math.min(cpuMs, elapsedMs)).toBeGreaterThan(0);
  });

  it("ends with a sentence where a request is not answered as its kind is", async () => {
    const { handler } = busyHandler(503);
    await expect(
      handleFor({ handler }, kind, texts, { atOnce: 1, milliseconds: 20 }),
    ).rejects.toThrow("a question on the chat page was answered with 503, not with 200.");
  });
});
