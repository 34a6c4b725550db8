// The process of one thorough lesson: learns the FAQ that it is sent, and ends.
import type { Faq } from "../../functions/webhook/faq/faq.ts";
import { modelName } from "../fingerprint.ts";
import { learn } from "../models.ts";
import { endIfOrphaned } from "./orphan.ts";
import type { LessonMessage } from "./thorough-lessons.ts";

const send = (message: LessonMessage, onSent = () => {}) => {
  endIfOrphaned();
  process.send?.(message, onSent);
};

process.once("message", (faq: Faq) => {
  // Named by the code that this process has read, which may be newer than that of the desk.
  const { bytes } = learn(faq, modelName(faq), (share) => send({ kind: "progress", share }));
  // The message is large: leave only when all of it is on its way.
  send({ kind: "learnt", model: bytes }, () => process.exit());
});
