// The process of one thorough lesson: learns the FAQ that it is sent, and ends.
import { learn } from "../models.ts";
import { endIfOrphaned } from "./orphan.ts";
import type { LessonMessage, LessonOrder } from "./thorough-lessons.ts";

const send = (message: LessonMessage, onSent = () => {}) => {
  endIfOrphaned();
  process.send?.(message, onSent);
};

process.once("message", ({ faq, modelName }: LessonOrder) => {
  const { bytes } = learn(faq, modelName, (share) => send({ kind: "progress", share }));
  // The message is large: leave only when all of it is on its way.
  send({ kind: "learnt", model: bytes }, () => process.exit());
});
