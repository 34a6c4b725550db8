// What the workshop shows, kept up while somebody looks: the quick parts first, then the slow ones.
import { join } from "node:path";
import type { Asked } from "../diff/questions.ts";
import type { LabelledQuestion } from "../evaluation/labelled.ts";
import { labelledQuestions } from "../evaluation/question-files.ts";
import { workshopEntries } from "../workshop/entries.ts";
import type { Effect, Learning, WorkshopState } from "../workshop/state.ts";
import type { Lesson } from "./desk.ts";
import { createAsked, effectOn, questionsFor } from "./effect.ts";
import { errorsIn, type Inspection, inspect, nothingInspected } from "./inspect.ts";
import type { Outbox } from "./outbox.ts";
import { changedFiles, type DeskReading } from "./reading.ts";

export interface Display {
  /** From now on states are sent. */
  show(): void;
  /** The files as they stand have been read; they may hold errors. */
  read(reading: DeskReading): void;
  learnt(lesson: Lesson): void;
  /** How far the thorough lesson has come, from 0 to 1. */
  progress(share: number): void;
}

/** A FAQ that later ones are compared with. */
interface Milestone {
  readonly lesson: Lesson;
  readonly asked: Asked;
}

/** Progress is told in so many steps: each tells the whole state. */
const progressSteps = 5;

export function createDisplay(folder: string, { post, sent }: Outbox): Display {
  const fileOf = (path: string) => join(folder, path);
  let isShown = false;
  let version = 0;
  let seen: DeskReading | undefined;
  const startMs = Date.now();
  let savedMs = startMs;
  let now: Milestone | undefined;
  let start: Milestone | undefined;
  /** The last FAQ that was learnt thoroughly before the one at hand. */
  let before: Milestone | undefined;
  let learning: Learning = { kind: "first", share: 0 };
  let labelled: readonly LabelledQuestion[] | undefined;
  let effects: Pick<WorkshopState, "lastSave" | "sinceStart"> = noEffects;
  let inspected: { readonly of: DeskReading | undefined; readonly found: Inspection } = {
    of: undefined,
    found: nothingInspected,
  };

  const send = () => {
    if (!isShown || !now || !seen) return;
    const { reading } = now.lesson;
    version += 1;
    const { bot } = reading.faq;
    const state: WorkshopState = {
      version,
      folder,
      languages: bot.languages,
      name: bot.name,
      categories: Object.fromEntries(bot.categories),
      entries: workshopEntries(reading.sources.entries, fileOf),
      learning,
      isBroken: errorsIn(seen, fileOf).length > 0,
      ...inspected.found,
      ...effects,
    };
    post({ kind: "state", state });
  };

  const since = (from: Milestone | undefined, sinceMs: number): Effect | undefined => {
    if (!from || !now || from.lesson.reading === now.lesson.reading) return undefined;
    labelled ??= questionsFor(now.lesson.reading.faq, ownQuestions());
    return {
      sinceMs,
      files: changedFiles(from.lesson.reading.files, now.lesson.reading.files).map(fileOf),
      questions: effectOn(labelled, from.asked, now.asked),
      isFinal: !now.lesson.isHasty,
    };
  };
  const judge = () => {
    effects = { lastSave: since(before, savedMs), sinceStart: since(start, startMs) };
  };
  const look = () => {
    if (!seen || inspected.of === seen) return;
    inspected = { of: seen, found: { ...inspected.found, ...inspect(seen, fileOf) } };
  };

  let round = 0;
  /** Each stage in a turn of its own, so that a new save comes between. */
  const keepUp = async (...stages: readonly (() => void)[]) => {
    round += 1;
    const own = round;
    send();
    for (const stage of stages) {
      await sent();
      await nextTurn();
      if (!isShown || own !== round) return;
      stage();
      send();
    }
  };

  return {
    show() {
      if (isShown) return;
      isShown = true;
      void keepUp(judge, look);
    },
    read(reading) {
      seen = reading;
      savedMs = Date.now();
      const findings = errorsIn(reading, fileOf);
      if (findings.length > 0)
        inspected = { ...inspected, found: { ...inspected.found, findings } };
      if (now) void keepUp(look);
    },
    learnt(lesson) {
      const { reading, trained, isHasty } = lesson;
      const milestone = { lesson, asked: createAsked(reading.faq, trained) };
      start ??= milestone;
      if (now && !now.lesson.isHasty) before = now;
      now = milestone;
      learning = isHasty ? { kind: "hasty", share: 0 } : { kind: "learnt" };
      void keepUp(judge, look);
    },
    progress(share) {
      const step = Math.floor(share * progressSteps) / progressSteps;
      if (learning.kind === "learnt" || step === learning.share) return;
      learning = { ...learning, share: step };
      send();
    },
  };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

const noEffects = { lastSave: undefined, sinceStart: undefined };

function ownQuestions(): LabelledQuestion[] {
  return labelledQuestions(undefined).labelled;
}
