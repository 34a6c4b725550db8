// Learns a FAQ in a thread of its own, so that the server goes on answering meanwhile.
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { type OpenFaq, openFaq } from "./open-faq.ts";
import { UserError } from "./user-error.ts";

type Message =
  | { readonly kind: "progress"; readonly share: number }
  | { readonly kind: "learnt"; readonly faq: OpenFaq }
  | { readonly kind: "failed"; readonly message: string };

/** @throws UserError with every problem, if the FAQ can't be used */
export function learnInBackground(
  folder: string,
  onProgress: (share: number) => void = () => {},
): Promise<OpenFaq> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { folder } });
    worker.on("message", (message: Message) => {
      if (message.kind === "progress") onProgress(message.share);
      if (message.kind === "learnt") resolve(message.faq);
      if (message.kind === "failed") reject(new UserError(message.message));
    });
    worker.on("error", reject);
  });
}

function learnHere(folder: string): void {
  const send = (message: Message) => parentPort?.postMessage(message);
  try {
    send({ kind: "learnt", faq: openFaq(folder, (share) => send({ kind: "progress", share })) });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    send({ kind: "failed", message: error.message });
  }
}

if (!isMainThread && workerData?.folder) learnHere(workerData.folder);
