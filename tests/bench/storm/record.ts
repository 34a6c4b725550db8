// The record of a storm: a hash of every step, the faults that struck, and one question's own story.
import { createHash } from "node:crypto";
import type { Question } from "./facts.ts";

export interface Recorder {
  /** Takes down a step; the words must not depend on anything but the seed. */
  step(question: Question | undefined, words: string): void;
  /** A fault that struck, which is a step too. */
  fault(question: Question | undefined, kind: string): void;
  readonly faults: ReadonlyMap<string, number>;
  /** The steps of the question that the record was opened for. */
  readonly story: readonly string[];
  digest(): string;
}

/** Lines that are hashed at once. */
const linesPerUpdate = 512;

export function createRecorder(nowMs: () => number, storyOf?: number): Recorder {
  const hash = createHash("sha256");
  const faults = new Map<string, number>();
  const story: string[] = [];
  let lines: string[] = [];
  const flush = () => {
    hash.update(lines.join("\n"));
    lines = [];
  };
  const step = (question: Question | undefined, words: string) => {
    lines.push(`${nowMs()} ${question?.number ?? "-"} ${words}`);
    if (lines.length === linesPerUpdate) flush();
    if (question && question.number === storyOf) {
      story.push(`${new Date(nowMs()).toISOString()} ${words}`);
    }
  };
  return {
    step,
    fault(question, kind) {
      faults.set(kind, (faults.get(kind) ?? 0) + 1);
      step(question, `! ${kind}`);
    },
    faults,
    story,
    digest() {
      flush();
      return hash.copy().digest("hex").slice(0, 16);
    },
  };
}
