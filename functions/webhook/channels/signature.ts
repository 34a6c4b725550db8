// Whether bytes carry the signature of someone who knows a secret.
import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * What 32 bytes look like in base64, in the one form that it has for them: the last letter's spare
 * bits are 0. For a regular expression.
 */
export const base64Of32Bytes = "[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=";

/**
 * True if `signature` is the HMAC of the bytes under any of the secrets. Compares in
 * constant time; a signature of any form at all is merely false. No secret signs nothing.
 */
export function isSigned(
  bytes: Uint8Array,
  signature: Buffer,
  secrets: readonly (string | Uint8Array)[],
  algorithm: "sha256" | "sha1" = "sha256",
): boolean {
  let signed = false;
  for (const secret of secrets) {
    if (secret.length === 0) continue;
    const expected = createHmac(algorithm, secret).update(bytes).digest();
    const matches = expected.length === signature.length && timingSafeEqual(expected, signature);
    signed = matches || signed;
  }
  return signed;
}

/** True if a text equals any of the secrets; its length may show, nothing else. */
export function isSecret(text: string, secrets: readonly string[]): boolean {
  const given = Buffer.from(text);
  let known = false;
  for (const secret of secrets) {
    const expected = Buffer.from(secret);
    if (expected.length === 0) continue;
    const matches = expected.length === given.length && timingSafeEqual(expected, given);
    known = matches || known;
  }
  return known;
}
