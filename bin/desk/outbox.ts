// Sends messages to the server, and tells when they are on their way: while this process works it
// sends nothing, so that long work must wait until then.
import type { DeskMessage } from "./messages.ts";

export interface Outbox {
  post(message: DeskMessage): void;
  /** Resolves once all that was posted has been sent. */
  sent(): Promise<void>;
}

export function createOutbox(): Outbox {
  let last: Promise<void> = Promise.resolve();
  return {
    post(message) {
      if (!process.connected) return;
      const sending = new Promise<void>((resolve) => {
        process.send?.(message, () => resolve());
      });
      last = Promise.all([last, sending]).then(() => {});
    },
    sent: () => last,
  };
}
