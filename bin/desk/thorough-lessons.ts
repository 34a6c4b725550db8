// Gives thorough lessons, each in a process of its own, so that the desk can do other things meanwhile.
import type { Faq } from "../../functions/webhook/faq/faq.ts";
import { type KeptModel, keptModel } from "../models.ts";
import { forkScript } from "./fork-script.ts";

/** What the process is told. */
export interface LessonOrder {
  readonly faq: Faq;
  readonly modelName: string;
}

/** What the process tells. */
export type LessonMessage =
  | { readonly kind: "progress"; readonly share: number }
  | { readonly kind: "learnt"; readonly model: Uint8Array };

/** Ends early, with an AbortError, once the signal says so. */
export function learnInBackground(
  order: LessonOrder,
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
    child.on("exit", (code) => {
      process.off("exit", end);
      reject(new Error(`Learning ended with status ${code}.`));
    });
    const { faq, modelName } = order;
    child.send({ faq, modelName });
  });
}
