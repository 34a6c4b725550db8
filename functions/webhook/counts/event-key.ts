// Recognises a message that comes again, without keeping anything that names it.
import { createHmac } from "node:crypto";
import type { ChannelName } from "../channels/names.ts";
import { shardsPerDay } from "./partition.ts";

const version = "v1#";

/** 132 of 256 bits: no two messages will ever share them. */
const keptCharacters = 22;

/**
 * The keyed code of a message: `v1#` and 22 characters of base64url.
 *
 * Message ids are personal (a WhatsApp id is base64 of bytes with a phone number), and phone
 * numbers are few enough to try them all, so only the holder of the pepper can compute it.
 */
export function eventKey(
  pepper: Uint8Array,
  channel: ChannelName,
  account: string,
  messageId: string,
): string {
  const code = createHmac("sha256", pepper)
    .update(`${channel}\0${account}\0${messageId}`)
    .digest("base64url");
  return version + code.slice(0, keptCharacters);
}

/**
 * Ten characters that stand for a message on the buttons beneath its answer. Another message to
 * HMAC than the event key's, so that neither tells the other.
 */
export function eventTag(
  pepper: Uint8Array,
  channel: ChannelName,
  account: string,
  messageId: string,
): string {
  return createHmac("sha256", pepper)
    .update(`tag\0${channel}\0${account}\0${messageId}`)
    .digest("base64url")
    .slice(0, 10);
}

/** The shard that counts this message, 0 to 7: the same one however often it comes. */
export function shardOf(eventKey: string): number {
  const [firstByte = 0] = Buffer.from(eventKey.slice(version.length), "base64url");
  return firstByte % shardsPerDay;
}
