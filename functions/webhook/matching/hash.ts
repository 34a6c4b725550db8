// Features are numbers: hashes of what they name, so that no text is built or stored for them.

/** FNV-1a with 32 bits (Fowler, Noll and Vo 1991): the prime, and where each kind starts. */
const prime = 0x01000193;
const offsetBasis = 0x811c9dc5;

/** A hash to start from: other kinds of features give other hashes for the same text. */
export function startHash(kind: string): number {
  return hashInto(offsetBasis, kind);
}

/** One step of FNV-1a, over a UTF-16 unit or any other number. */
export function extendHash(hash: number, value: number): number {
  return Math.imul(hash ^ value, prime);
}

/** All units of a text, one after the other. */
export function hashInto(hash: number, text: string): number {
  let result = hash;
  for (let at = 0; at < text.length; at++) result = extendHash(result, text.charCodeAt(at));
  return result;
}

/** Features are numbers of so many bits. */
export const featureBits = 26;

/**
 * Mixes all bits into all others (MurmurHash3's finaliser, Appleby 2011) and keeps 26 of them:
 * among 60,000 features a new one is taken for a known one once in a thousand times, and a
 * model's file is a fifth smaller than with all 32.
 */
export function finishHash(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> (32 - featureBits);
}
