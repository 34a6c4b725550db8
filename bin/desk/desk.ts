// The desk: watches a FAQ's files, and after each save has it in use within a second or two.
import { publish } from "../../functions/webhook/faq/published.ts";
import { encodeModel, type Trained } from "../../functions/webhook/matching/model-file.ts";
import { onChange, stampOf } from "../faq-changes.ts";
import { learnInBackground } from "../learn.ts";
import { recallModel, trainAndKeep } from "../models.ts";
import { endIfOrphaned } from "../orphan.ts";
import { UserError } from "../user-error.ts";
import { createDisplay } from "./display.ts";
import { createHastyLessons } from "./hasty-lessons.ts";
import type { Outbox } from "./outbox.ts";
import { type GoodReading, goodReading, readAtDesk } from "./reading.ts";

/** A FAQ that was learnt, hastily or thoroughly. */
export interface Lesson {
  readonly reading: GoodReading;
  readonly trained: Trained;
  readonly isHasty: boolean;
}

/**
 *     save → read ─┬→ nothing to learn, or remembered → in use
 *                  └→ hasty lesson → in use … thorough lesson, in a process of its own → in use
 */
export function openDesk(folder: string, outbox: Outbox): { show(): void } {
  const { post, sent } = outbox;
  const display = createDisplay(folder, outbox);
  const hastyLessons = createHastyLessons();
  let thorough: Lesson | undefined;
  let underway: { readonly model: string; readonly ending: AbortController } | undefined;
  let inUse: Lesson | undefined;
  /** What was read last without an error: in use, or being learnt. */
  let wanted: GoodReading | undefined;
  let isRefused = false;

  const hand = ({ reading, trained, isHasty }: Lesson) =>
    post({
      kind: "faq",
      faq: { faq: publish(reading.faq), build: reading.build },
      model: encodeModel(trained),
      isHasty,
    });
  const use = (lesson: Lesson) => {
    if (!lesson.isHasty) thorough = lesson;
    inUse = lesson;
    hand(lesson);
    display.learnt(lesson);
    if (!lesson.isHasty)
      void sent().then(() => lesson === thorough && hastyLessons.prepare(lesson));
  };

  const thoroughly = async ({ files, model }: GoodReading) => {
    const ending = new AbortController();
    const { signal } = ending;
    underway = { model, ending };
    const onProgress = (share: number) => {
      if (signal.aborted) return;
      post({ kind: "progress", share });
      display.progress(share);
    };
    try {
      const trained = await learnInBackground(files, onProgress, signal);
      if (signal.aborted || !wanted) return;
      underway = undefined;
      use({ reading: wanted, trained, isHasty: false });
    } catch (error) {
      // A save in between has a lesson of its own on the way.
      if (!signal.aborted) throw error;
    }
  };

  const take = async () => {
    const seen = readAtDesk(folder);
    display.read(seen);
    const reading = goodReading(seen, folder);
    if (reading.build === wanted?.build) {
      // Saved again as it was: a lesson on its way goes on.
      if (isRefused && inUse?.reading === wanted) hand(inUse);
      return;
    }
    wanted = reading;
    if (reading.model === underway?.model) {
      // There is nothing new to learn, such as a changed answer.
      if (reading.model === inUse?.reading.model) use({ ...inUse, reading });
      return;
    }
    underway?.ending.abort();
    underway = undefined;
    const known =
      reading.model === thorough?.reading.model ? thorough.trained : recallModel(reading.model);
    if (known) return use({ reading, trained: known, isHasty: false });
    if (!thorough) {
      const onProgress = (share: number) => {
        endIfOrphaned();
        post({ kind: "progress", share });
      };
      const trained = trainAndKeep(reading.faq, reading.model, onProgress);
      return use({ reading, trained, isHasty: false });
    }
    // The page shows what the files say before anything of it is learnt.
    display.reads(reading);
    await sent();
    const hasty = hastyLessons.teach(reading, thorough);
    if (hasty) use({ reading, trained: hasty, isHasty: true });
    else {
      post({
        kind: "note",
        message: "So much is new that it has to be learnt before it is in use.",
      });
      display.learns();
    }
    void thoroughly(reading);
  };

  const takeOrTell = async () => {
    try {
      await take();
      isRefused = false;
      return true;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      isRefused = true;
      post({ kind: "refused", message: error.message, exitCode: error.exitCode });
      return false;
    }
  };

  const stamp = stampOf(folder);
  const watch = () => onChange(folder, stamp, async () => void (await takeOrTell()));
  void takeOrTell().then((isGood) => isGood && watch());
  return { show: display.show };
}
