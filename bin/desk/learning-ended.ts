// What a person is told of a process that ended before it had learnt the FAQ.
import { UserError } from "../user-error.ts";

/** How the system, and Node itself, end a process that wants more memory than there is. */
const outOfMemory: readonly unknown[] = ["SIGKILL", "SIGABRT"];

export function learningEnded(status: number | null, signal: string | null): UserError {
  const remedy = outOfMemory.includes(signal)
    ? "That mostly means too little memory: close other programs, or give the machine more, then try again."
    : "Look above for what it wrote last, then try again.";
  return new UserError(
    `The FAQ could not be learnt: its process ended (${signal ?? `status ${status}`}). ${remedy}`,
  );
}
