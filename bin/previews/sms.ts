// How many SMS a text takes, and which characters make it more.
// https://www.twilio.com/docs/glossary/what-is-gsm-7-character-encoding

export interface SmsSize {
  /** One character outside GSM-7 puts the whole message into UCS-2, of which less fits. */
  readonly encoding: "GSM-7" | "UCS-2";
  /** What is paid for, each. */
  readonly segments: number;
  /** The characters outside GSM-7, each once, with the index of the first. */
  readonly outside: readonly { readonly character: string; readonly at: number }[];
}

const basic = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
/** Each takes the place of two. */
const extended = new Set("\f^{}\\[~]|€");

/** A message of several parts tells in each which one it is. */
const sizes = {
  "GSM-7": { alone: 160, part: 153 },
  "UCS-2": { alone: 70, part: 67 },
};

export function measureSms(text: string): SmsSize {
  const outside = new Map<string, number>();
  let at = 0;
  for (const character of text) {
    const isInside = basic.has(character) || extended.has(character);
    if (!isInside && !outside.has(character)) outside.set(character, at);
    at += character.length;
  }
  const encoding = outside.size > 0 ? "UCS-2" : "GSM-7";
  const lengths = Array.from(text, (character) =>
    encoding === "UCS-2" ? character.length : extended.has(character) ? 2 : 1,
  );
  return {
    encoding,
    segments: segmentsOf(lengths, sizes[encoding]),
    outside: [...outside].map(([character, at]) => ({ character, at })),
  };
}

/** No character is divided between two parts. */
function segmentsOf(lengths: readonly number[], size: { alone: number; part: number }): number {
  const all = lengths.reduce((sum, length) => sum + length, 0);
  if (all <= size.alone) return 1;
  let segments = 1;
  let filled = 0;
  for (const length of lengths) {
    if (filled + length > size.part) {
      segments += 1;
      filled = 0;
    }
    filled += length;
  }
  return segments;
}
