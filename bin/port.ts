// The port that PORT sets, of the bot on this machine.
import { exitCodes, UserError } from "./user-error.ts";

export const defaultPort = 3000;

/** 0 asks for any that is free. */
export function portFrom({ PORT = "" }: NodeJS.ProcessEnv): number {
  const port = PORT === "" ? defaultPort : Number(PORT);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new UserError(`PORT is "${PORT}"; it must be a number from 0 to 65535.`, exitCodes.usage);
}
