// A model and its lexicon as bytes: what the build writes and the function reads at its start.
import type { Model } from "./model.ts";
import { phrasesIn, phraseText } from "./phrase-table.ts";
import type { Lexicon } from "./words.ts";

export interface Trained {
  readonly model: Model;
  readonly lexicon: Lexicon;
}

const arrayTypes = { Float32Array, Uint32Array, Uint16Array, Uint8Array, Int8Array };
type ArrayName = keyof typeof arrayTypes;
type NumberArray = InstanceType<(typeof arrayTypes)[ArrayName]>;

/** Stands in the head for an array or a long text. */
interface Placed {
  readonly placed: ArrayName | "text";
  /** In bytes from the start of the body. */
  readonly offset: number;
  /** In elements, or bytes of a text. */
  readonly length: number;
}

/** Longer texts lie in the body. */
const maxUnitsInHead = 1000;
/** Every array begins at a multiple of so many bytes, so that it can be used where it lies. */
const alignment = 4;
const headStart = 4;

/**
 *     4 bytes   length of the head, little endian
 *     head      JSON: names and numbers, and where each array and each long text lies
 *     body      arrays (little endian) and texts (UTF-8)
 */
export function encodeModel({ model, lexicon }: Trained): Uint8Array {
  const body: Uint8Array[] = [];
  let end = 0;
  const place = (placed: Placed["placed"], length: number, bytes: Uint8Array): Placed => {
    const offset = end;
    end = aligned(offset + bytes.length);
    body.push(bytes, new Uint8Array(end - offset - bytes.length));
    return { placed, offset, length };
  };
  const head = JSON.stringify(
    {
      ...model,
      slang: phraseText(lexicon.slang.list()),
      concepts: phraseText(lexicon.concepts.list()),
    },
    (_, value: unknown) => {
      if (isNumberArray(value)) {
        const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
        return place(value.constructor.name as ArrayName, value.length, bytes);
      }
      if (typeof value !== "string" || value.length <= maxUnitsInHead) return value;
      const bytes = Buffer.from(value);
      return place("text", bytes.length, bytes);
    },
  );
  const headBytes = Buffer.from(head);
  const headEnd = aligned(headStart + headBytes.length);
  const file = Buffer.alloc(headEnd + end, " ");
  file.writeUInt32LE(headEnd - headStart);
  file.set(headBytes, headStart);
  let offset = headEnd;
  for (const bytes of body) {
    file.set(bytes, offset);
    offset += bytes.length;
  }
  return file;
}

/**
 * Reads what `encodeModel` wrote. The arrays are the bytes themselves, not copies: who calls must
 * leave them as they are.
 * @throws RangeError if the file is cut short, SyntaxError if it is none
 */
export function decodeModel(bytes: Uint8Array): Trained {
  // An array can't begin just anywhere.
  const isAligned = bytes.byteOffset % alignment === 0;
  const { buffer, byteOffset, length } = isAligned ? bytes : new Uint8Array(bytes);
  const file = Buffer.from(buffer, byteOffset, length);
  const bodyStart = headStart + file.readUInt32LE();
  const { slang, concepts, ...model } = JSON.parse(
    file.toString("utf8", headStart, bodyStart),
    (_, value: unknown) => (isPlaced(value) ? read(value) : value),
  );
  return {
    model,
    lexicon: { slang: phrasesIn(slang), concepts: phrasesIn(concepts) },
  };

  function read({ placed, offset, length }: Placed): NumberArray | string {
    const start = bodyStart + offset;
    const width = placed === "text" ? 1 : arrayTypes[placed].BYTES_PER_ELEMENT;
    const end = start + length * width;
    if (end > file.length) throw new RangeError("The model's file is cut short.");
    return placed === "text"
      ? file.toString("utf8", start, end)
      : new arrayTypes[placed](buffer as ArrayBuffer, byteOffset + start, length);
  }
}

function aligned(offset: number): number {
  return Math.ceil(offset / alignment) * alignment;
}

function isNumberArray(value: unknown): value is NumberArray {
  return ArrayBuffer.isView(value) && value.constructor.name in arrayTypes;
}

function isPlaced(value: unknown): value is Placed {
  return typeof value === "object" && value !== null && "placed" in value;
}
