// A model and its lexicon as bytes: what the build writes and the function reads at its start.
import type { SparseWeights } from "./linear.ts";
import type { Model } from "./model.ts";
import { type Lexicon, tableOf } from "./words.ts";

export interface Trained {
  readonly model: Model;
  readonly lexicon: Lexicon;
}

const arrayTypes = { Float32Array, Uint32Array, Uint16Array, Uint8Array, Int8Array };
type ArrayName = keyof typeof arrayTypes;
type NumberArray = Float32Array | Uint32Array | Uint16Array | Uint8Array | Int8Array;

/** Where an array lies in the part after the head. */
interface Placed {
  readonly type: ArrayName;
  readonly offset: number;
  readonly length: number;
}

/**
 *     4 bytes   length of the head, little endian
 *     head      JSON: names, numbers, and where each array lies
 *     arrays    one after the other, each with its bytes shuffled
 */
export function encodeModel({ model, lexicon }: Trained): Uint8Array {
  const arrays: NumberArray[] = [];
  let end = 0;
  const place = (array: NumberArray): Placed => {
    const offset = end;
    arrays.push(array);
    end += array.byteLength;
    return { type: array.constructor.name as ArrayName, offset, length: array.length };
  };
  const placeWeights = ({ start, columns, weights, bias, scale }: SparseWeights) => ({
    lengths: place(gaps(start)),
    columns: place(columns),
    weights: place(weights),
    bias: place(bias),
    scale,
  });
  const { space, vocabulary, classifier, language, ...plain } = model;
  const head = {
    ...plain,
    space: {
      gaps: place(gaps(space.table)),
      sentences: space.sentences,
      having: place(space.having),
      lengths: space.lengths,
      unseen: space.unseen,
    },
    classifier: placeWeights(classifier),
    language: {
      gaps: place(gaps(language.table)),
      weights: placeWeights(language.weights),
    },
    vocabulary: vocabulary.join(between.words),
    lexicon: {
      slang: packPhrases(lexicon.slang.meanings),
      concepts: packPhrases(lexicon.concepts.meanings),
    },
  };
  const headBytes = new TextEncoder().encode(JSON.stringify(head));
  const bodyStart = 4 + headBytes.length;
  const bytes = new Uint8Array(bodyStart + end);
  new DataView(bytes.buffer).setUint32(0, headBytes.length, true);
  bytes.set(headBytes, 4);
  let offset = bodyStart;
  for (const array of arrays) {
    bytes.set(shuffle(array), offset);
    offset += array.byteLength;
  }
  return bytes;
}

/** Reads what `encodeModel` wrote. */
export function decodeModel(bytes: Uint8Array): Trained {
  const { buffer, byteOffset, byteLength } = bytes;
  const headLength = new DataView(buffer, byteOffset, byteLength).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headLength)));
  const body = bytes.subarray(4 + headLength);
  const view = ({ type, offset, length }: Placed): NumberArray =>
    unshuffle(body.subarray(offset), new arrayTypes[type](length));
  const weights = (placed: Record<keyof SparseWeights | "lengths", Placed>): SparseWeights => ({
    start: sums(view(placed.lengths) as Uint32Array),
    columns: view(placed.columns) as Uint8Array | Uint16Array,
    weights: view(placed.weights) as Int8Array,
    bias: view(placed.bias) as Float32Array,
    scale: Number(placed.scale),
  });
  const { space, vocabulary, classifier, language, lexicon, ...plain } = head;
  return {
    model: {
      ...plain,
      space: {
        table: sums(view(space.gaps) as Uint32Array),
        sentences: space.sentences,
        having: view(space.having) as Uint16Array,
        lengths: space.lengths,
        unseen: space.unseen,
      },
      vocabulary: vocabulary === "" ? [] : vocabulary.split(between.words),
      classifier: weights(classifier),
      language: {
        table: sums(view(language.gaps) as Uint32Array),
        weights: weights(language.weights),
      },
    },
    lexicon: {
      slang: tableOf(unpackPhrases(lexicon.slang)),
      concepts: tableOf(unpackPhrases(lexicon.concepts)),
    },
  };
}

/** What stands between words, phrases and groups of them in one long string, read at once. */
const between = { words: " ", phrases: "\t", groups: "\n" };

/** Phrases grouped by their meaning, which comes first. */
function packPhrases(meanings: ReadonlyMap<string, readonly string[]>): string {
  const groups = new Map<string, string[]>();
  for (const [phrase, meaning] of meanings) {
    const key = meaning.join(between.words);
    const group = groups.get(key);
    if (group) group.push(phrase);
    else groups.set(key, [key, phrase]);
  }
  return [...groups.values()].map((group) => group.join(between.phrases)).join(between.groups);
}

/** Undoes `packPhrases`, but for the order. */
function unpackPhrases(packed: string): Map<string, readonly string[]> {
  const meanings = new Map<string, readonly string[]>();
  if (packed === "") return meanings;
  for (const group of packed.split(between.groups)) {
    const [key = "", ...phrases] = group.split(between.phrases);
    const meaning = key === "" ? [] : key.split(between.words);
    for (const phrase of phrases) meanings.set(phrase, meaning);
  }
  return meanings;
}

/** Ascending numbers as the gaps between them: small numbers, which compress well. */
function gaps(ascending: Uint32Array): Uint32Array {
  return ascending.map((value, at) => value - (at === 0 ? 0 : (ascending[at - 1] as number)));
}

/** Undoes `gaps`, in place. */
function sums(between: Uint32Array): Uint32Array {
  for (let at = 1; at < between.length; at++) {
    between[at] = (between[at] as number) + (between[at - 1] as number);
  }
  return between;
}

/**
 * The bytes of an array with all first bytes before all second ones, and so on (the shuffle
 * filter of HDF5): bytes of a kind stand together, which compresses better.
 */
function shuffle(array: NumberArray): Uint8Array {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  const { length, BYTES_PER_ELEMENT: width } = array;
  return bytes.map((_, at) => bytes[(at % length) * width + Math.floor(at / length)] as number);
}

/** Undoes `shuffle` into `array`, from the start of `shuffled`. */
function unshuffle(shuffled: Uint8Array, array: NumberArray): NumberArray {
  const { byteLength, BYTES_PER_ELEMENT: width } = array;
  if (shuffled.length < byteLength) throw new RangeError("The model's file is cut short.");
  const bytes = new Uint8Array(array.buffer);
  if (width === 1) bytes.set(shuffled.subarray(0, byteLength));
  else {
    for (let from = 0, place = 0; place < width; place++) {
      for (let to = place; to < byteLength; to += width) bytes[to] = shuffled[from++] as number;
    }
  }
  return array;
}
