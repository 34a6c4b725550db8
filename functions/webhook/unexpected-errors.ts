// The last words of a process that an error has taken by surprise.
import { codeOf, type LogCode } from "./log-codes.ts";

/** Ends the process with status 1 when nobody catches an error; all that is told of it is a code. */
export function endOnUnexpectedError(tell: (code: LogCode) => void): void {
  for (const event of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(event, (error) => {
      tell(codeOf(error));
      process.exit(1);
    });
  }
}
