// Only cells of closed sets get a key.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { channelNames } from "../../functions/webhook/channels/names.ts";
import {
  type Cell,
  countKey,
  outcomes,
  parseCountKey,
} from "../../functions/webhook/counts/cell.ts";

const names = {
  entries: new Set(["end-to-end-encryption", "business-chats"]),
  languages: new Set(["id", "en"]),
};

const cells: fc.Arbitrary<Cell> = fc.record({
  entry: fc.constantFrom("-", ...names.entries),
  language: fc.constantFrom(...names.languages),
  channel: fc.constantFrom(...channelNames),
  outcome: fc.constantFrom(...outcomes),
});

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom("", "#", "-", "constructor", "__proto__", "id#web", "Business-Chats", "answer "),
);

describe("countKey", () => {
  it("joins entry, language, channel and outcome", () => {
    const cell: Cell = {
      entry: "business-chats",
      language: "id",
      channel: "web",
      outcome: "suggest",
    };
    expect(countKey(cell, names)).toBe("business-chats#id#web#suggest");
  });

  it("gives every cell a key of its own, which reads back as the cell", () => {
    fc.assert(
      fc.property(cells, (cell) => {
        expect(parseCountKey(countKey(cell, names))).toEqual(cell);
      }),
    );
  });

  it.each(["entry", "language", "channel", "outcome"] as const)(
    "refuses an %s outside its closed set, and does not say which it was",
    (part) => {
      const isKnown = (text: string) =>
        text === "-" ||
        [
          names.entries,
          names.languages,
          new Set<string>(channelNames),
          new Set<string>(outcomes),
        ].some((set) => set.has(text));
      fc.assert(
        fc.property(cells, anyText, (cell, text) => {
          fc.pre(!isKnown(text) || (text === "-" && part !== "entry"));
          expect(() => countKey({ ...cell, [part]: text } as Cell, names)).toThrow(
            new RangeError(`Not a countable ${part}`),
          );
        }),
      );
    },
  );
});

describe("parseCountKey", () => {
  it.each([
    "",
    "#id#web#answer",
    "business-chats##web#answer",
    "business-chats#id#web",
    "business-chats#id#web#answer#",
    "business-chats#id#smoke-signals#answer",
    "business-chats#id#web#guess",
    "business-chats#id#constructor#toString",
  ])("knows that %j is no key of this bot", (key) => {
    expect(parseCountKey(key)).toBeUndefined();
  });
});
