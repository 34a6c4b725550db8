// An address on the web that somebody gave.
import { exitCodes, UserError } from "./user-error.ts";

/** @throws UserError unless it begins with https://, or with http:// and is on this machine */
export function readAddress(text: string): URL {
  const url = /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : undefined;
  // What is sent there proves that we know the secrets, and may hold them.
  if (url && (url.protocol === "https:" || isLoopback(url.hostname))) return url;
  throw new UserError(
    `"${text}" is not an address: begin with https:// (http:// on this machine).`,
    exitCodes.usage,
  );
}

/** True of a name that means this very machine. */
export function isLoopback(hostname: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}
