// Learns a FAQ in a process of its own, so that whoever asks for it can do other things meanwhile.
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { readFaq } from "../functions/webhook/faq/read.ts";
import type { FaqFile } from "../functions/webhook/faq/yaml.ts";
import {
  decodeModel,
  encodeModel,
  type Trained,
} from "../functions/webhook/matching/model-file.ts";
import { modelName } from "./fingerprint.ts";
import { recallModel, trainAndKeep } from "./models.ts";
import { endIfOrphaned } from "./orphan.ts";

type Message =
  | { readonly kind: "progress"; readonly share: number }
  | { readonly kind: "learnt"; readonly model: Uint8Array };

/**
 * Learns these files, whatever becomes of their folder meanwhile; they hold no error. Ends early,
 * with an AbortError, once the signal says so.
 */
export function learnInBackground(
  files: readonly FaqFile[],
  onProgress: (share: number) => void = () => {},
  signal?: AbortSignal,
): Promise<Trained> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [], {
      execArgv: ["--import", import.meta.resolve("tsx")],
      serialization: "advanced",
      ...(signal && { signal }),
    });
    const end = () => child.kill();
    process.once("exit", end);
    child.on("message", (message: Message) => {
      if (message.kind === "progress") onProgress(message.share);
      if (message.kind === "learnt") resolve(decodeModel(message.model));
    });
    child.on("error", reject);
    child.on("exit", (code) => {
      process.off("exit", end);
      reject(new Error(`Learning ended with status ${code}.`));
    });
    child.send([...files]);
  });
}

function learnHere(files: readonly FaqFile[]): void {
  const send = (message: Message, onSent = () => {}) => {
    endIfOrphaned();
    process.send?.(message, onSent);
  };
  const reading = readFaq(files);
  if (reading.kind === "problems") throw new Error("These files can't be learnt.");
  const name = modelName(reading.faq);
  const onProgress = (share: number) => send({ kind: "progress", share });
  const trained = recallModel(name) ?? trainAndKeep(reading.faq, name, onProgress);
  // The message is large: leave only when all of it is on its way.
  send({ kind: "learnt", model: encodeModel(trained) }, () => process.exit());
}

if (process.send && process.argv[1] === fileURLToPath(import.meta.url)) {
  process.once("message", learnHere);
}
