// The forms in which something personal may lie hidden in what is kept, logged or answered.
import { createHash, createHmac } from "node:crypto";

/** Shorter forms would be found by chance. */
const leastLength = 6;

/** A text as it is, and as it may have been encoded, turned round or hashed without a key. */
export function formsOf(text: string): string[] {
  const bytes = Buffer.from(text);
  const forms = [
    text,
    reversed(text),
    text.replace(/\D/g, "").replace(/^62/, ""),
    bytes.toString("hex"),
    encodeURIComponent(text),
    encodeURIComponent(text).replaceAll("%20", "+"),
    JSON.stringify(text).slice(1, -1),
    [...text].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""),
    ...base64Forms(bytes),
    ...["md5", "sha1", "sha256"].flatMap((name) =>
      digestForms(createHash(name).update(bytes).digest()),
    ),
    ...digestForms(createHmac("sha256", "").update(bytes).digest()),
  ];
  return [...new Set(forms)].filter((form) => form.length >= leastLength);
}

function reversed(text: string): string {
  return [...text].reverse().join("");
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

/** A hash may have been cut to its first letters. */
function digestForms(digest: Buffer): string[] {
  return (["hex", "base64", "base64url"] as const).map((encoding) =>
    digest.toString(encoding).slice(0, 16),
  );
}

/** The canaries found among the texts, in any form, in capitals or not. */
export function findCanaries(canaries: readonly string[], texts: readonly string[]): string[] {
  const searched = texts.join("\n").toLowerCase();
  return canaries.filter((canary) =>
    formsOf(canary).some((form) => searched.includes(form.toLowerCase())),
  );
}
