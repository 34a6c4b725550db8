// Reads named fields of JSON that a stranger may have written: own properties only, nothing assumed.

/** The value, or `undefined` if the bytes are not JSON. The parser's message is dropped: it quotes. */
export function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8").replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}

/** An own property of an object; `undefined` of anything else. */
export function field(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}

/** The items of a list; none of anything else. */
export function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text of at most `maxUnits` UTF-16 units. */
export function text(value: unknown, maxUnits = Number.POSITIVE_INFINITY): string | undefined {
  return typeof value === "string" && value.length <= maxUnits ? value : undefined;
}

export const maxIdUnits = 256;

/** An id: a non-empty text of at most `maxIdUnits`. */
export function id(value: unknown): string | undefined {
  const found = text(value, maxIdUnits);
  return found === "" ? undefined : found;
}

/** An epoch time in seconds, as milliseconds; `undefined` of none, and of one in finer units. */
export function secondsAsMs(value: unknown): number | undefined {
  const seconds = integer(value) ?? 0;
  return seconds > 0 && seconds < 1e12 ? seconds * 1000 : undefined;
}

/** A count or time that JSON can carry without loss, written as a number or as its digits. */
export function integer(value: unknown): number | undefined {
  const number = typeof value === "string" && /^-?\d{1,16}$/.test(value) ? Number(value) : value;
  return Number.isSafeInteger(number) ? (number as number) : undefined;
}
