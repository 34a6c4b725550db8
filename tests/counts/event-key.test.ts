// A message is recognised by a code that does not give it away.
import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventKey, eventTag, shardOf } from "../../functions/webhook/counts/event-key.ts";

const pepper = new Uint8Array(32).fill(1);
const otherPepper = new Uint8Array(32).fill(2);

/** Long enough that one is not found in 22 characters by chance. */
const ids = fc.string({ minLength: 8, maxLength: 256 });

describe("eventKey", () => {
  it("is the beginning of an HMAC-SHA256 over channel, account and message id", () => {
    const bytes = Buffer.from([
      ...Buffer.from("whatsapp"),
      0,
      ...Buffer.from("1066"),
      0,
      ...Buffer.from("wamid.invented"),
    ]);
    const code = createHmac("sha256", pepper).update(bytes).digest("base64url");
    expect(eventKey(pepper, "whatsapp", "1066", "wamid.invented")).toBe(`v1#${code.slice(0, 22)}`);
  });

  it("looks the same for every id, and never holds one", () => {
    fc.assert(
      fc.property(ids, ids, (account, id) => {
        const key = eventKey(pepper, "telegram", account, id);
        expect(key).toMatch(/^v1#[\w-]{22}$/);
        expect(key).not.toContain(id);
        expect(key).not.toContain(account);
      }),
    );
  });

  it("differs by pepper, channel, account and message", () => {
    fc.assert(
      fc.property(ids, ids, (account, id) => {
        const keys = [
          eventKey(pepper, "whatsapp", account, id),
          eventKey(otherPepper, "whatsapp", account, id),
          eventKey(pepper, "messenger", account, id),
          eventKey(pepper, "whatsapp", `${account}1`, id),
          eventKey(pepper, "whatsapp", account, `${id}1`),
          eventKey(pepper, "whatsapp", `${account}1`, id.slice(1)),
        ];
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it("is the same whenever the same message comes", () => {
    const key = () => eventKey(pepper, "line", "shop", "01JDEXAMPLE");
    expect(key()).toBe(key());
  });
});

describe("shardOf", () => {
  it("spreads messages evenly over eight shards", () => {
    const messages = 8000;
    const sizes = new Map<number, number>();
    for (let index = 0; index < messages; index++) {
      const shard = shardOf(eventKey(pepper, "generic", "shop", `message ${index}`));
      sizes.set(shard, (sizes.get(shard) ?? 0) + 1);
    }
    expect([...sizes.keys()].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    // Five standard deviations around a thousand.
    expect(Math.min(...sizes.values())).toBeGreaterThan(850);
    expect(Math.max(...sizes.values())).toBeLessThan(1150);
  });
});

describe("eventTag", () => {
  it("is ten characters, the same for the same message, and no part of its event's key", () => {
    fc.assert(
      fc.property(ids, ids, (account, id) => {
        const tag = eventTag(pepper, "line", account, id);
        expect(tag).toMatch(/^[\w-]{10}$/);
        expect(eventTag(pepper, "line", account, id)).toBe(tag);
        expect(eventKey(pepper, "line", account, id)).not.toContain(tag);
        expect(eventTag(otherPepper, "line", account, id)).not.toBe(tag);
        expect(eventTag(pepper, "line", account, `${id}x`)).not.toBe(tag);
      }),
    );
  });
});
