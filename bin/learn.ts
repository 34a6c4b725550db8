// Learns a FAQ in a process of its own, so that the server goes on answering meanwhile.
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type OpenFaq, openFaq } from "./open-faq.ts";
import { UserError } from "./user-error.ts";

type Message =
  | { readonly kind: "progress"; readonly share: number }
  | { readonly kind: "learnt"; readonly faq: OpenFaq }
  | { readonly kind: "failed"; readonly message: string; readonly exitCode: number };

/**
 * Ends early, with an AbortError, once the signal says so.
 * @throws UserError with every problem, if the FAQ can't be used
 */
export function learnInBackground(
  folder: string,
  onProgress: (share: number) => void = () => {},
  signal?: AbortSignal,
): Promise<OpenFaq> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [folder], {
      execArgv: ["--import", import.meta.resolve("tsx")],
      serialization: "advanced",
      ...(signal && { signal }),
    });
    child.on("message", (message: Message) => {
      if (message.kind === "progress") onProgress(message.share);
      if (message.kind === "learnt") resolve(message.faq);
      if (message.kind === "failed") reject(new UserError(message.message, message.exitCode));
    });
    child.on("error", reject);
    child.on("exit", (code) => reject(new Error(`Learning ended with status ${code}.`)));
  });
}

function learnHere(folder: string): void {
  // The last message is large: leave only when all of it is on its way.
  const finish = (message: Message) => process.send?.(message, () => process.disconnect());
  try {
    const faq = openFaq(folder, (share) => process.send?.({ kind: "progress", share }));
    finish({ kind: "learnt", faq });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    finish({ kind: "failed", message: error.message, exitCode: error.exitCode });
  }
}

const [, script, folder] = process.argv;
if (process.send && script === fileURLToPath(import.meta.url) && folder) learnHere(folder);
