// The secrets that nobody gives us: made at random, as strong as their channel takes them.
import { randomBytes } from "node:crypto";

const makers: Readonly<Record<string, () => string>> = {
  PEPPER: () => randomBytes(32).toString("base64"),
  GENERIC_SECRET: () => `whsec_${randomBytes(32).toString("base64")}`,
  TELEGRAM_SECRET_TOKEN: () => randomBytes(32).toString("hex"),
  WHATSAPP_VERIFY_TOKEN: () => randomBytes(16).toString("hex"),
  MESSENGER_VERIFY_TOKEN: () => randomBytes(16).toString("hex"),
};

export function canBeMade(name: string): boolean {
  return Object.hasOwn(makers, name);
}

/** A new secret, or undefined where a platform is the one to give it. */
export function makeSecret(name: string): string | undefined {
  return canBeMade(name) ? makers[name]?.() : undefined;
}
