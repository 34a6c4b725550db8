// Notices in the midst of long work that nobody waits for it any more.

const parent = process.ppid;

/**
 * Ends this process if the one that started it is gone. While it works it hears nothing of that, and
 * would keep a processor busy for a quarter of a minute after everything else has ended.
 */
export function endIfOrphaned(): void {
  if (process.ppid !== parent) process.exit();
}
