// What the workshop shows, kept up once somebody has looked: the quick parts first, then the slow ones.
import { join } from "node:path";
import type { Problem } from "../../functions/webhook/faq/problem.ts";
import type { Learning, WorkshopState } from "../workshop/state.ts";
import { workshopEntries } from "./entries.ts";
import { createHistory, type Effects, noEffects } from "./history.ts";
import { errorsIn, type Inspection, inspect, nothingInspected } from "./inspect.ts";
import type { Lesson } from "./lesson.ts";
import type { Outbox } from "./outbox.ts";
import { projectQuestions } from "./project-questions.ts";
import { changedFiles, type DeskReading, type GoodReading } from "./reading.ts";

export interface Display {
  /** From now on states are sent. */
  show(): void;
  /** The files as they stand have been read; they may hold errors. */
  saved(reading: DeskReading): void;
  /** They hold no error and will be learnt, though nothing of them is yet. */
  accepted(reading: GoodReading): void;
  learnt(lesson: Lesson): void;
  /** So much is new that the FAQ from before answers until the thorough lesson is over. */
  learningAnew(): void;
  /** The thorough lesson ended too early: what answers now goes on answering. */
  notLearnt(): void;
  /** How far the thorough lesson has come, from 0 to 1. */
  progress(share: number): void;
}

/** Progress is told in so many steps: each tells the whole state. */
const progressSteps = 5;

export function createDisplay(folder: string, { post, sent }: Outbox): Display {
  const fileOf = (path: string) => join(folder, path);
  let isShown = false;
  let version = 0;
  let seen: DeskReading | undefined;
  /** The last reading without an error. */
  let good: GoodReading | undefined;
  const history = createHistory();
  let learning: Learning = { kind: "learnt" };
  let effects: Effects = noEffects;
  /** May be of files that have been saved since. */
  let inspected: { readonly of: DeskReading | undefined; readonly found: Inspection } = {
    of: undefined,
    found: nothingInspected,
  };

  /** Until the files are inspected: errors as they are now, and what was said of the rest. */
  const findingsSoFar = (errors: readonly Problem[]) => [
    ...errors,
    ...inspected.found.findings.filter(({ severity }) => severity !== "error"),
  ];
  const send = () => {
    if (!isShown || !good || !seen) return;
    version += 1;
    const { bot } = good.faq;
    const errors = errorsIn(seen, fileOf);
    const state: WorkshopState = {
      version,
      folder,
      languages: bot.languages,
      name: bot.name,
      categories: Object.fromEntries(bot.categories),
      entries: workshopEntries(good.sources.entries, fileOf),
      learning,
      isBroken: errors.length > 0,
      ...inspected.found,
      findings: inspected.of === seen ? inspected.found.findings : findingsSoFar(errors),
      ...effects,
    };
    post({ kind: "state", state });
  };

  let noted = "";
  /** Once, and not again with every save. */
  const note = (message: string) => {
    if (message !== noted) post({ kind: "note", message });
    noted = message;
  };
  const judge = () => {
    effects = history.effects(projectQuestions(note), fileOf);
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
    saved(reading) {
      if (seen && changedFiles(seen.files, reading.files).length === 0) return;
      seen = reading;
      if (history.now()) void keepUp(judge, look);
    },
    accepted(reading) {
      good = reading;
      send();
    },
    learnt(lesson) {
      good = lesson.reading;
      history.add(lesson);
      learning = lesson.isHasty ? { kind: "hasty", share: 0 } : { kind: "learnt" };
      void keepUp(judge, look);
    },
    learningAnew() {
      learning = { kind: "anew", share: 0 };
      send();
    },
    notLearnt() {
      learning = { kind: "failed" };
      send();
    },
    progress(share) {
      const step = Math.floor(share * progressSteps) / progressSteps;
      if (!("share" in learning) || step === learning.share) return;
      learning = { ...learning, share: step };
      send();
    },
  };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
