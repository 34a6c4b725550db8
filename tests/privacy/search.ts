// Finds every form of every canary in a text, in one pass over it however many there are.
import { foldCase, formsOf, leastLength } from "./forms.ts";
import type { Canary } from "./people.ts";

export interface Hit {
  readonly canary: string;
  /** The form that was found. */
  readonly form: string;
  /** What stands there, with a little of what stands around it. */
  readonly excerpt: string;
}

export interface Search {
  readonly canaries: number;
  readonly forms: number;
  /** The canaries in the text, each once. */
  find(text: string): Hit[];
}

/**
 * Each form is known by one window of it: six bytes of a short form, ten of a longer one. A number
 * made of each window of the searched text, as it slides along, tells whether to look closer.
 */
export function createSearch(canaries: Iterable<Canary>): Search {
  const known: Canary[] = [];
  const short = createWindows(leastLength);
  const long = createWindows(10);
  let forms = 0;
  for (const canary of canaries) {
    for (const form of formsOf(canary)) {
      const bytes = Buffer.from(form);
      (bytes.length < long.width ? short : long).add(bytes, known.length);
      forms += 1;
    }
    known.push(canary);
  }

  const looked = new Map<number, readonly Buffer[]>();
  const formsAt = (index: number, canary: Canary) => {
    const before = looked.get(index);
    if (before) return before;
    // All forms of all canaries would fill the memory.
    if (looked.size > 1000) looked.clear();
    const made = formsOf(canary).map((form) => Buffer.from(form));
    looked.set(index, made);
    return made;
  };

  return {
    canaries: known.length,
    forms,
    find(text) {
      const bytes = Buffer.from(foldCase(text));
      const hits = new Map<number, Hit>();
      const look = (start: number, width: number, candidates: readonly number[]) => {
        for (const index of candidates) {
          const canary = known[index];
          if (!canary || hits.has(index)) continue;
          const form = formAround(bytes, start, width, formsAt(index, canary));
          if (form === undefined || isChance(bytes, start, form)) continue;
          const excerpt = bytes.toString("utf8", Math.max(0, start - 60), start + 60);
          hits.set(index, { canary: canary.text, form, excerpt });
        }
      };
      short.slide(bytes, look);
      long.slide(bytes, look);
      return [...hits.values()];
    },
  };
}

/** The form of which the window at `start` is a part there. */
function formAround(
  bytes: Buffer,
  start: number,
  width: number,
  forms: readonly Buffer[],
): string | undefined {
  const window = bytes.subarray(start, start + width);
  const found = forms.find((form) => {
    for (let at = form.indexOf(window); at >= 0; at = form.indexOf(window, at + 1)) {
      const from = start - at;
      if (from >= 0 && bytes.subarray(from, from + form.length).equals(form)) return true;
    }
    return false;
  });
  return found?.toString();
}

/** What has digits at random: owners, confidences, and the keyed codes of messages and of buttons. */
const randomForms = [
  /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g,
  /"confidence":[0-9.e-]+/g,
  /v1#[\w-]{22}(?![\w-])/g,
  /helpful\/[\w-]+\/[\w~-]+\/[\w-]{10}(?![\w-])/g,
];

/** Six digits say nothing within something that has digits at random. */
function isChance(bytes: Buffer, start: number, form: string): boolean {
  if (form.length > leastLength || /\D/.test(form)) return false;
  const reach = 80;
  const from = Math.max(0, start - reach);
  const around = bytes.toString("latin1", from, start + reach);
  const at = start - from;
  return randomForms.some((random) =>
    Array.from(around.matchAll(random)).some(
      ({ index, 0: found }) => index <= at && at + form.length <= index + found.length,
    ),
  );
}

interface Windows {
  readonly width: number;
  add(form: Buffer, index: number): void;
  slide(
    bytes: Buffer,
    look: (start: number, width: number, indexes: readonly number[]) => void,
  ): void;
}

const base = 16_777_619;
const otherBase = 1_000_003;
const spread = -1_640_531_527;
const bitsKept = 24;

function createWindows(width: number): Windows {
  const indexes = createMultimap();
  /** Whether any form is known by a window with that number: most are known by none. */
  const bits = new Int32Array(2 ** (bitsKept - 5));
  let leaving = 1;
  for (let at = 0; at < width; at++) leaving = Math.imul(leaving, base);

  const placeOf = (hash: number) => Math.imul(hash, spread) >>> (32 - bitsKept);

  /** A window's number, made with one base or another: no two windows share both. */
  function hashOf(bytes: Buffer, start: number, ofBase: number): number {
    let hash = 0;
    for (let at = start; at < start + width; at++) {
      hash = (Math.imul(hash, ofBase) + (bytes[at] as number)) | 0;
    }
    return hash;
  }

  return {
    width,
    add(form, index) {
      const last = form.length - width;
      let hash = 0;
      let other = 0;
      // Many forms begin or end alike: a window that no other is known by is quicker to look up.
      for (const start of [last, last >> 1, 0]) {
        hash = hashOf(form, start, base);
        other = hashOf(form, start, otherBase);
        if (indexes.of(hash, other).length === 0) break;
      }
      indexes.add(hash, other, index);
      const place = placeOf(hash);
      bits[place >>> 5] = (bits[place >>> 5] as number) | (1 << (place & 31));
    },
    slide(bytes, look) {
      let hash = 0;
      for (let at = 0; at < bytes.length; at++) {
        hash = (Math.imul(hash, base) + (bytes[at] as number)) | 0;
        if (at >= width) hash = (hash - Math.imul(bytes[at - width] as number, leaving)) | 0;
        if (at < width - 1) continue;
        const place = placeOf(hash);
        if (((bits[place >>> 5] as number) & (1 << (place & 31))) === 0) continue;
        const start = at - width + 1;
        const found = indexes.of(hash, hashOf(bytes, start, otherBase));
        if (found.length > 0) look(start, width, found);
      }
    },
  };
}

/** Pairs of numbers → numbers, a million of them without an object each. */
function createMultimap() {
  let mask = 2 ** 16 - 1;
  let size = 0;
  let slots = new Int32Array(3 * (mask + 1));

  /** The first free slot for a pair; `see` is told the value of each that is the same. */
  function probe(one: number, other: number, see?: (value: number) => void): number {
    let slot = Math.imul(one ^ other, spread) & mask;
    for (; slots[3 * slot] !== 0; slot = (slot + 1) & mask) {
      if (see && slots[3 * slot + 1] === one && slots[3 * slot + 2] === other) {
        see((slots[3 * slot] as number) - 1);
      }
    }
    return slot;
  }

  function grow(): void {
    const before = slots;
    mask = 2 * mask + 1;
    slots = new Int32Array(3 * (mask + 1));
    for (let at = 0; at < before.length; at += 3) {
      if (before[at] === 0) continue;
      const slot = probe(before[at + 1] as number, before[at + 2] as number);
      slots.set(before.subarray(at, at + 3), 3 * slot);
    }
  }

  return {
    of(one: number, other: number): number[] {
      const values: number[] = [];
      probe(one, other, (value) => values.push(value));
      return values;
    },
    add(one: number, other: number, value: number): void {
      size += 1;
      if (2 * size > mask) grow();
      slots.set([value + 1, one, other], 3 * probe(one, other));
    },
  };
}
