import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  field,
  id,
  items,
  parseJson,
  secondsAsMs,
  text,
} from "../../functions/webhook/channels/json.ts";

const parse = (json: string) => parseJson(Buffer.from(json));

describe("parseJson", () => {
  it("reads JSON, with a byte order mark or without", () => {
    expect(parse('{"a": 1}')).toEqual({ a: 1 });
    expect(parse('\uFEFF{"a": 1}')).toEqual({ a: 1 });
  });

  it("is undefined for all that is no JSON, and never throws", () => {
    for (const bad of ["", "{", "{'a': 1}", "NaN", "{} {}", "\u0000"]) {
      expect(parse(bad)).toBeUndefined();
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
        parseJson(Buffer.from(bytes));
      }),
    );
  });

  it("survives half a million brackets", () => {
    const deep = parse("[".repeat(500_000) + "]".repeat(500_000));
    expect(items(deep)).toHaveLength(1);
  });
});

describe("field", () => {
  it("reads own properties only", () => {
    const value = parse('{"own": 1, "__proto__": {"inherited": 2}}');
    expect(field(value, "own")).toBe(1);
    expect(field(value, "inherited")).toBeUndefined();
    expect(field(value, "toString")).toBeUndefined();
    expect(field(value, "constructor")).toBeUndefined();
    expect(field({}, "__proto__")).toBeUndefined();
  });

  it("is undefined of anything without properties", () => {
    for (const value of [null, undefined, 1, "text", true]) {
      expect(field(value, "length")).toBeUndefined();
    }
  });

  it("leaves no trace of a __proto__ key on other objects", () => {
    parse('{"__proto__": {"polluted": true}}');
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });
});

describe("items", () => {
  it("are those of a list, and none of anything that merely looks like one", () => {
    expect(items([1, 2])).toEqual([1, 2]);
    for (const value of [null, undefined, "ab", { length: 2, 0: 1 }, 7]) {
      expect(items(value)).toEqual([]);
    }
  });
});

describe("text and id", () => {
  it("take texts up to their limit, nothing else", () => {
    expect(text("")).toBe("");
    expect(text("abc", 3)).toBe("abc");
    expect(text("abcd", 3)).toBeUndefined();
    for (const value of [null, undefined, 1, ["a"], {}]) expect(text(value)).toBeUndefined();
  });

  it("an id is not empty and has at most 256 units", () => {
    expect(id("a".repeat(256))).toHaveLength(256);
    expect(id("a".repeat(257))).toBeUndefined();
    expect(id("")).toBeUndefined();
    expect(id(parse("12345678901234567890"))).toBeUndefined();
  });
});

describe("secondsAsMs", () => {
  it("takes seconds as a number or as its digits", () => {
    expect(secondsAsMs(1_600_000_000)).toBe(1_600_000_000_000);
    expect(secondsAsMs("1600000000")).toBe(1_600_000_000_000);
  });

  it("takes no time that is missing, before the epoch, or in milliseconds", () => {
    for (const value of [undefined, "", "soon", 0, -1, 1.5, 1_600_000_000_000]) {
      expect(secondsAsMs(value)).toBeUndefined();
    }
  });
});
