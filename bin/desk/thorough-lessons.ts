// Gives thorough lessons, each in a process of its own, so that the desk can do other things meanwhile.
import type { Faq } from "../../functions/webhook/faq/faq.ts";
import { type KeptModel, keptModel } from "../models.ts";
import { forkScript } from "./fork-script.ts";
import { learningEnded } from "./learning-ended.ts";

/** What the process tells. */
export type LessonMessage =
  | { readonly kind: "progress"; readonly share: number }
  | { readonly kind: "learnt"; readonly model: Uint8Array };

/**
 * Ends early, with an AbortError, once the signal says so.
 * @throws UserError if the process ends before the lesson does
 */
export function learnInBackground(
  faq: Faq,
  onProgress: (share: number) => void = () => {},
  signal?: AbortSignal,
): Promise<KeptModel> {
  return new Promise((resolve, reject) => {
    const child = forkScript(new URL("lesson-process.ts", import.meta.url), [], signal);
    const end = () => child.kill();
    process.once("exit", end);
    child.on("message", (message: LessonMessage) => {
      if (message.kind === "progress") onProgress(message.share);
      if (message.kind === "learnt") resolve(keptModel(message.model));
    });
    child.on("error", reject);
    child.on("exit", (status, endedBy) => {
      process.off("exit", end);
      reject(learningEnded(status, endedBy));
    });
    child.send(faq);
  });
}
