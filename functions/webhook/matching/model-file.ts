// A model and its lexicon as bytes: what the build writes and the function reads at its start.
import type { SparseWeights } from "./linear.ts";
import type { Model } from "./model.ts";
import type { Lexicon } from "./words.ts";

export interface Trained {
  readonly model: Model;
  readonly lexicon: Lexicon;
}

const arrayTypes = { Float32Array, Uint32Array, Uint16Array, Int8Array };
type ArrayName = keyof typeof arrayTypes;
type NumberArray = Float32Array | Uint32Array | Uint16Array | Int8Array;

/** Where an array lies in the part after the head. */
interface Placed {
  readonly type: ArrayName;
  readonly offset: number;
  readonly length: number;
}

/**
 *     4 bytes   length of the head, little endian
 *     head      JSON: names, numbers, and where each array lies
 *     padding   to a multiple of 8
 *     arrays    each at a multiple of 8 from here
 */
export function encodeModel({ model, lexicon }: Trained): Uint8Array {
  const arrays: NumberArray[] = [];
  let end = 0;
  const place = (array: NumberArray): Placed => {
    const offset = end;
    arrays.push(array);
    end = padded(offset + array.byteLength);
    return { type: array.constructor.name as ArrayName, offset, length: array.length };
  };
  const placeWeights = ({ start, columns, weights, bias, scale }: SparseWeights) => ({
    start: place(start),
    columns: place(columns),
    weights: place(weights),
    bias: place(bias),
    scale,
  });
  const { languages, entries, smalltalk, thresholds, space, language } = model;
  const head = {
    languages,
    entries,
    smalltalk,
    thresholds,
    space: {
      rows: [...space.rows.keys()],
      idf: place(Float32Array.from(space.idf)),
      unseenIdf: space.unseenIdf,
    },
    classifier: placeWeights(model.classifier),
    language: {
      rows: [...language.rows.keys()],
      weights: placeWeights(language.weights),
    },
    lexicon: {
      slang: { ...lexicon.slang, meanings: [...lexicon.slang.meanings] },
      concepts: { ...lexicon.concepts, meanings: [...lexicon.concepts.meanings] },
    },
  };
  const headBytes = new TextEncoder().encode(JSON.stringify(head));
  const bodyStart = padded(4 + headBytes.length);
  const bytes = new Uint8Array(bodyStart + end);
  new DataView(bytes.buffer).setUint32(0, headBytes.length, true);
  bytes.set(headBytes, 4);
  let offset = bodyStart;
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), offset);
    offset += padded(array.byteLength);
  }
  return bytes;
}

/** Reads what `encodeModel` wrote; the arrays are views on a copy of the bytes. */
export function decodeModel(bytes: Uint8Array): Trained {
  // Not `slice`, which on a Buffer copies nothing and keeps it where it lies in a larger one.
  const copy = new Uint8Array(bytes);
  const headLength = new DataView(copy.buffer).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(copy.subarray(4, 4 + headLength)));
  const bodyStart = padded(4 + headLength);
  const view = ({ type, offset, length }: Placed): NumberArray =>
    new arrayTypes[type](copy.buffer, bodyStart + offset, length);
  const weights = (placed: Record<keyof SparseWeights, Placed>): SparseWeights => ({
    start: view(placed.start) as Uint32Array,
    columns: view(placed.columns) as Uint16Array,
    weights: view(placed.weights) as Int8Array,
    bias: view(placed.bias) as Float32Array,
    scale: Number(placed.scale),
  });
  const rows = (names: string[]) => new Map(names.map((name, row) => [name, row]));
  const { space, language, lexicon, ...names } = head;
  return {
    model: {
      ...names,
      space: {
        rows: rows(space.rows),
        idf: view(space.idf) as Float32Array,
        unseenIdf: space.unseenIdf,
      },
      classifier: weights(head.classifier),
      language: { rows: rows(language.rows), weights: weights(language.weights) },
    },
    lexicon: {
      slang: { ...lexicon.slang, meanings: new Map(lexicon.slang.meanings) },
      concepts: { ...lexicon.concepts, meanings: new Map(lexicon.concepts.meanings) },
    },
  };
}

function padded(length: number): number {
  return Math.ceil(length / 8) * 8;
}
