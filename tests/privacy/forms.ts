// The forms in which something personal may lie hidden in what is kept, logged or answered.
import { createHmac, hash } from "node:crypto";
import type { Canary } from "./people.ts";

/** Shorter forms would be found by chance. */
export const leastLength = 6;

/** As many letters of a hash are enough to know it, in hexadecimal and in base64. */
const hexKept = 12;
const base64Kept = 10;

/** A canary as it is, and as it may have been encoded, turned round or hashed without a key. */
export function formsOf({ text, isNumber, names = [] }: Canary): string[] {
  const digits = text.replace(/\D/g, "");
  const forms = [
    ...encodingsOf(text),
    ...(isNumber ? [...encodingsOf(digits), ...spaced(digits), ...runsOf(digits)] : []),
    ...[text, ...(isNumber ? [digits] : []), ...names].flatMap(hashesOf),
  ];
  return [...new Set(forms.map(foldCase))].filter(isLongEnough);
}

/** In capitals or not is the same to the search. */
export function foldCase(text: string): string {
  return text.toLowerCase();
}

function isLongEnough(form: string): boolean {
  return Buffer.byteLength(form) >= leastLength;
}

function encodingsOf(text: string): string[] {
  const bytes = Buffer.from(text);
  const letters = [...text];
  return [
    text,
    ...(["NFC", "NFD", "NFKC", "NFKD"] as const).map((form) => text.normalize(form)),
    letters.join(" "),
    letters.toReversed().join(""),
    bytes.toString("hex"),
    bytes.toString("hex").replace(/../g, "%$&"),
    encodeURIComponent(text),
    encodeURIComponent(text).replaceAll("%20", "+"),
    JSON.stringify(text).slice(1, -1),
    text
      .split("")
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
      .join(""),
    ...base64Forms(bytes),
  ];
}

/** As people write long numbers. */
function spaced(digits: string): string[] {
  return [" ", "-", "."].flatMap((space) => [
    digits.replace(/(?<=^.{5})|(?<=^.{9})/g, space),
    digits.replace(/.{3}(?=.)/g, `$&${space}`),
    digits.replace(/.{4}(?=.)/g, `$&${space}`),
  ]);
}

/** Any six digits in a row, unless they are too plain to be told from others. */
function runsOf(digits: string): string[] {
  const runs = Array.from({ length: Math.max(0, digits.length - leastLength + 1) }, (_, at) =>
    digits.slice(at, at + leastLength),
  );
  return runs.filter((run) => new Set(run).size > 2);
}

/** As it looks inside a longer text in base64, wherever it begins there. */
function base64Forms(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap((offset) => {
    const whole = Buffer.concat([Buffer.alloc(offset), bytes]).toString("base64");
    // Letters at both ends also hold bits of what stands beside.
    const inner = whole.replace(/=+$/, "").slice(offset === 0 ? 0 : offset + 1, -1);
    return [inner, inner.replaceAll("+", "-").replaceAll("/", "_")];
  });
}

/** Perhaps cut to its first letters, or written like a UUID. */
function hashesOf(text: string): string[] {
  const digests = [
    ...["md5", "sha1", "sha256"].map((name) => hash(name, text, "buffer")),
    createHmac("sha256", "").update(text).digest(),
  ];
  return digests.flatMap((digest) => {
    const hex = digest.toString("hex").slice(0, hexKept);
    return [
      hex,
      hex.replace(/^.{8}/, "$&-"),
      digest.toString("base64").slice(0, base64Kept),
      digest.toString("base64url").slice(0, base64Kept),
    ];
  });
}
