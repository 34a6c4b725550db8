// The FAQs that came after each other since the start, and what came of each step.
import type { Asked } from "../diff/questions.ts";
import type { LabelledQuestion } from "../evaluation/labelled.ts";
import type { Effect, WorkshopState } from "../workshop/state.ts";
import { createAsked, effectOn, questionsFor } from "./effect.ts";
import type { Lesson } from "./lesson.ts";
import { changedFiles } from "./reading.ts";

export interface History {
  add(lesson: Lesson): void;
  /** The last that was added. */
  now(): Lesson | undefined;
  effects(labelled: readonly LabelledQuestion[], fileOf: (path: string) => string): Effects;
}

export type Effects = Pick<WorkshopState, "lastSave" | "sinceStart">;

export const noEffects: Effects = { lastSave: undefined, sinceStart: undefined };

/** A FAQ that later ones are compared with. */
interface Milestone {
  readonly lesson: Lesson;
  readonly asked: Asked;
}

export function createHistory(): History {
  const startMs = Date.now();
  let start: Milestone | undefined;
  /** The last FAQ that was learnt thoroughly before the one at hand. */
  let before: Milestone | undefined;
  let now: Milestone | undefined;
  return {
    add(lesson) {
      const milestone = { lesson, asked: createAsked(lesson.reading.faq, lesson.model) };
      start ??= milestone;
      if (now && !now.lesson.isHasty) before = now;
      now = milestone;
    },
    now: () => now?.lesson,
    effects(labelled, fileOf) {
      if (!now) return noEffects;
      const { asked, lesson } = now;
      const { reading, isHasty } = lesson;
      const questions = questionsFor(reading.faq, labelled);
      const since = (from: Milestone | undefined, sinceMs: number): Effect | undefined => {
        if (!from || from.lesson.reading === reading) return undefined;
        return {
          sinceMs,
          files: changedFiles(from.lesson.reading.files, reading.files).map(fileOf),
          questions: effectOn(questions, from.asked, asked),
          isFinal: !isHasty,
        };
      };
      return { lastSave: since(before, reading.savedMs), sinceStart: since(start, startMs) };
    },
  };
}
