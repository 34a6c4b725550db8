// The desk: watches a FAQ's files, and after each save has it in use within a second or two.
import { publish } from "../../functions/webhook/faq/published.ts";
import { learn, recallModel } from "../models.ts";
import { UserError } from "../user-error.ts";
import { onChange, stampOf } from "./changes.ts";
import { createDisplay } from "./display.ts";
import { createHastyLessons } from "./hasty-lessons.ts";
import type { Lesson } from "./lesson.ts";
import { endIfOrphaned } from "./orphan.ts";
import type { Outbox } from "./outbox.ts";
import { type GoodReading, goodReading, readAtDesk } from "./reading.ts";
import { learnInBackground } from "./thorough-lessons.ts";

/**
 *     save → read ─┬→ nothing to learn, or remembered → in use
 *                  └→ hasty lesson → in use … thorough lesson, in a process of its own → in use
 */
export function openDesk(folder: string, outbox: Outbox): { show(): void } {
  const { post, sent } = outbox;
  const display = createDisplay(folder, outbox);
  const hastyLessons = createHastyLessons();
  let thorough: Lesson | undefined;
  let underway: { readonly modelName: string; readonly ending: AbortController } | undefined;
  let inUse: Lesson | undefined;
  /** What was read last without an error: in use, or being learnt. */
  let wanted: GoodReading | undefined;
  let isRefused = false;

  const hand = ({ reading, model, isHasty }: Lesson) =>
    post({
      kind: "faq",
      faq: { faq: publish(reading.faq), build: reading.build },
      model: model.bytes,
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

  const thoroughly = async ({ faq, modelName }: GoodReading) => {
    const ending = new AbortController();
    const { signal } = ending;
    underway = { modelName, ending };
    const onProgress = (share: number) => {
      if (signal.aborted) return;
      post({ kind: "progress", share });
      display.progress(share);
    };
    try {
      const model = await learnInBackground(faq, onProgress, signal);
      if (signal.aborted || !wanted) return;
      underway = undefined;
      use({ reading: wanted, model, isHasty: false });
    } catch (error) {
      // A save in between has a lesson of its own on the way.
      if (signal.aborted) return;
      if (!(error instanceof UserError)) throw error;
      underway = undefined;
      const message = `${error.message} What answers now stays in use, and the next change is learnt again.`;
      post({ kind: "note", message });
      display.notLearnt();
    }
  };

  const take = async () => {
    const seen = readAtDesk(folder);
    display.saved(seen);
    const reading = goodReading(seen, folder);
    if (reading.build === wanted?.build) {
      // Saved again as it was: a lesson on its way goes on.
      if (isRefused && inUse?.reading === wanted) hand(inUse);
      return;
    }
    wanted = reading;
    const { faq, modelName } = reading;
    if (modelName === underway?.modelName) {
      // There is nothing new to learn, such as a changed answer.
      if (modelName === inUse?.reading.modelName) use({ ...inUse, reading });
      else display.accepted(reading);
      return;
    }
    underway?.ending.abort();
    underway = undefined;
    if (!thorough) {
      const onProgress = (share: number) => {
        endIfOrphaned();
        post({ kind: "progress", share });
      };
      return use({ reading, model: learn(faq, modelName, onProgress), isHasty: false });
    }
    const known =
      modelName === thorough.reading.modelName ? thorough.model : recallModel(modelName);
    if (known) return use({ reading, model: known, isHasty: false });
    // The page shows what the files say before anything of it is learnt.
    display.accepted(reading);
    await sent();
    const hasty = hastyLessons.teach(reading, thorough);
    if (hasty) use({ reading, model: hasty, isHasty: true });
    else {
      post({
        kind: "note",
        message: "So much is new that it has to be learnt before it is in use.",
      });
      display.learningAnew();
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
