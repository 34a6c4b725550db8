// Gives an operation of a store a limited time, its own retries included.
import { StoreUnavailable } from "./store.ts";

/**
 * The result of `work`, which is told by the signal when nobody waits for it any more.
 * @throws StoreUnavailable with the code `Deadline` when the time is up, even if `work` goes on
 */
export async function withinDeadline<Result>(
  deadlineMs: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new StoreUnavailable("Deadline"));
      controller.abort();
    }, deadlineMs);
  });
  try {
    return await Promise.race([work(controller.signal), deadline]);
  } finally {
    clearTimeout(timer);
  }
}
