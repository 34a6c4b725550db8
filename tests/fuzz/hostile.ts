// What strangers write: texts and JSON values that have broken programs before, each text marked.
import fc from "fast-check";

/** Stands in every hostile text, so that it can be found wherever one comes out again. */
export const marker = "qzxmarkxzq";

const pieces = [
  ...["", "how many books may I borrow", "jam buka?", "join", "1", "A", "no", "0812345678"],
  ...["</Message><Redirect>https://evil.example</Redirect>", "<![CDATA[x]]>", "<script>", "&lt;"],
  ...["*bold* _it_ `x`", "[here](https://evil.example)", "](javascript:1)", "https://evil.example"],
  ...[
    "__proto__",
    "constructor",
    "prototype",
    "toString",
    "hasOwnProperty",
    "../x",
    "..\\x",
    "%2e%2e/",
  ],
  ...[
    "\r\nx-injected: 1",
    "%0d%0ax: 1",
    "\0",
    "\u0007",
    "\u2028",
    "\ufeff",
    "\u202e",
    "\u200b",
    "\ufffd",
  ],
  ...[
    "\ud800",
    "\udc00\ud800",
    "\ufdfa".repeat(30),
    "a\u0301\u0301".repeat(40),
    "\u{e0041}",
    "ｊｏｉｎ",
    "jоin",
  ],
  ...[
    "👩🏽‍🏫",
    "কত",
    "你好",
    "{{7*7}}",
    "#{7*7}",
    "%s%n",
    "' or 1=1 --",
    "\\",
    '"',
    "'",
    "@everyone",
    "/start",
  ],
  ...["x".repeat(257), "a ".repeat(400), "1".repeat(300), "@".repeat(200), "#".repeat(200)],
] as const;

const piece = fc.constantFrom(...pieces);

/** Any code points at all, halves of characters among them. */
export const anyLetters = fc
  .array(fc.oneof(fc.nat(0x7f), fc.nat(0xffff), fc.nat(0x10ffff)), { maxLength: 8 })
  .map((codes) => String.fromCodePoint(...codes));

/** A text with the marker in it. */
export const hostileText = fc
  .tuple(piece, fc.oneof({ weight: 4, arbitrary: piece }, anyLetters))
  .map(([before, after]) => before + marker + after);

/** Long enough to be cut; dear, and so rare. */
const longText = fc
  .tuple(piece, fc.integer({ min: 1, max: 60 }))
  .map(([text, times]) => marker + (text || "é").repeat(times).slice(0, 6000));

/** Names of members that every object seems to have. */
export const hostileName = fc.constantFrom(
  ...["__proto__", "constructor", "prototype", "toString", "valueOf", "hasOwnProperty", "toJSON"],
  ...["length", "", "0", "then", "id", "text", "type", "from", "\ud800", "a\0b"],
);

/** JSON values, as they are written: not all of them can be had from a JavaScript value. */
const oddJson = fc.constantFrom(
  ...["null", "true", "false", "0", "-0", "-1", "1.5", "1e400", "-1e400", "1e-400", "5e-324"],
  ...["9007199254740992", "-9007199254740993", "12345678901234567890", `1${"0".repeat(400)}`],
  ...[
    "[]",
    "{}",
    "[null]",
    "[[]]",
    '[""]',
    '{"__proto__":{"id":"x"}}',
    '{"constructor":{"prototype":{}}}',
  ],
  ...[
    '""',
    '" "',
    '"0"',
    '"-1"',
    '"1e3"',
    '"1795434900"',
    '"1795434900000"',
    '"12345678901234567890"',
  ],
  ...[
    '"__proto__"',
    '"\\u0000"',
    '"\\ud800"',
    '"../x"',
    '"user"',
    '"private"',
    '"text"',
    '"message"',
  ],
  ...[
    '"entry/en/join"',
    '"category/en/borrowing/9999"',
    '"category/en/__proto__/0"',
    '"entry/xx/../x"',
  ],
  ...['"helpful/en/join/abcdefghij"', '"unhelpful/en/constructor/abcdefghij"', '"GET_STARTED"'],
  ...[`${"[".repeat(100)}${"]".repeat(100)}`, `${'{"a":'.repeat(100)}1${"}".repeat(100)}`],
);

const depth = 20_000;
const deepJson = fc.constantFrom(
  "[".repeat(depth) + "]".repeat(depth),
  `${'{"text":'.repeat(depth)}"${marker}"${"}".repeat(depth)}`,
);

export const hostileJson: fc.Arbitrary<string> = fc.oneof(
  { weight: 1200, arbitrary: oddJson },
  { weight: 900, arbitrary: hostileText.map((text) => JSON.stringify(text)) },
  { weight: 60, arbitrary: longText.map((text) => JSON.stringify(text)) },
  { weight: 1, arbitrary: deepJson },
);
