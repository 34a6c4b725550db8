// Changes to the bytes of a body, beneath whatever they mean.
import fc from "fast-check";

interface ByteChange {
  readonly at: number;
  readonly how: "cut" | "insert" | "overwrite";
  readonly bytes: Uint8Array;
}

const oddBytes = fc.constantFrom(
  Uint8Array.of(0xff),
  Uint8Array.of(0xc0, 0x80),
  Uint8Array.of(0xed, 0xa0, 0x80),
  Uint8Array.of(0xef, 0xbb, 0xbf),
  Uint8Array.of(0xff, 0xfe),
  Uint8Array.of(0),
  Uint8Array.of(0x0d, 0x0a),
  Uint8Array.of(0x22),
  Uint8Array.of(0x5c),
  Uint8Array.of(0x7d),
  Uint8Array.of(0x26),
);

const byteChange: fc.Arbitrary<ByteChange> = fc.record({
  at: fc.nat(0xffff),
  how: fc.constantFrom("cut", "insert", "overwrite"),
  bytes: fc.oneof(oddBytes, fc.uint8Array({ maxLength: 4 })),
});

/** Mostly none. */
export const byteChanges: fc.Arbitrary<readonly ByteChange[]> = fc.oneof(
  { weight: 9, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.array(byteChange, { minLength: 1, maxLength: 3 }) },
);

export function withByteChanges(body: Buffer, changes: readonly ByteChange[]): Buffer {
  return changes.reduce((bytes, { at, how, bytes: added }) => {
    const place = at % (bytes.length + 1);
    if (how === "cut") return bytes.subarray(0, place);
    const rest = how === "insert" ? place : place + added.length;
    return Buffer.concat([bytes.subarray(0, place), added, bytes.subarray(rest)]);
  }, body);
}
