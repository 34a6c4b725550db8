import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSecret, isSigned } from "../../functions/webhook/channels/signature.ts";

const sign = (bytes: Uint8Array, secret: string) =>
  createHmac("sha256", secret).update(bytes).digest();

describe("isSigned", () => {
  it("knows the signature of test case 2 in RFC 4231", () => {
    const signature = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
    const bytes = Buffer.from("what do ya want for nothing?");
    expect(isSigned(bytes, Buffer.from(signature, "hex"), ["Jefe"])).toBe(true);
    expect(isSigned(bytes, Buffer.from(signature, "hex"), ["jefe"])).toBe(false);
  });

  it("accepts either of two secrets, in any order, and no third", () => {
    const bytes = Buffer.from("body");
    expect(isSigned(bytes, sign(bytes, "old"), ["new", "old"])).toBe(true);
    expect(isSigned(bytes, sign(bytes, "new"), ["new", "old"])).toBe(true);
    expect(isSigned(bytes, sign(bytes, "other"), ["new", "old"])).toBe(false);
  });

  it("refuses any change of a single bit in body or signature", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 100 }),
        fc.boolean(),
        fc.nat(),
        (bytes, inBody, bit) => {
          const signature = sign(bytes, "secret");
          const target = inBody ? bytes : signature;
          const at = bit % (target.length * 8);
          target[at >> 3] = (target[at >> 3] ?? 0) ^ (1 << (at & 7));
          expect(isSigned(bytes, signature, ["secret"])).toBe(false);
        },
      ),
    );
  });

  it("refuses signatures of any other length", () => {
    const bytes = Buffer.from("body");
    const whole = sign(bytes, "secret");
    for (const length of [0, 1, 16, 31]) {
      expect(isSigned(bytes, whole.subarray(0, length), ["secret"])).toBe(false);
    }
    expect(isSigned(bytes, Buffer.concat([whole, Buffer.of(0)]), ["secret"])).toBe(false);
  });

  it("fails closed: no secret and an empty secret sign nothing", () => {
    const bytes = Buffer.from("body");
    expect(isSigned(bytes, sign(bytes, ""), [""])).toBe(false);
    expect(isSigned(bytes, sign(bytes, ""), [])).toBe(false);
  });
});

describe("isSecret", () => {
  it("knows each secret and nothing else", () => {
    expect(isSecret("two", ["one", "two"])).toBe(true);
    expect(isSecret("tw", ["one", "two"])).toBe(false);
    expect(isSecret("Two", ["one", "two"])).toBe(false);
    expect(isSecret("two ", ["one", "two"])).toBe(false);
  });

  it("fails closed: an empty text is no secret, whatever the settings", () => {
    expect(isSecret("", [""])).toBe(false);
    expect(isSecret("", [])).toBe(false);
  });

  it("takes a text of the same length in other bytes for another text", () => {
    expect(isSecret("é", ["e"])).toBe(false);
    expect(isSecret("\ud800", ["ab"])).toBe(false);
  });
});
