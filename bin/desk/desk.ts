// The desk: watches a FAQ's files, and after each save has it in use within a second or two.
import { publish } from "../../functions/webhook/faq/published.ts";
import type { Trained } from "../../functions/webhook/matching/model-file.ts";
import { type Bank, readBank } from "../../functions/webhook/training/bank.ts";
import { revise } from "../../functions/webhook/training/revise.ts";
import { onChange, stampOf } from "../faq-changes.ts";
import { learnInBackground } from "../learn.ts";
import { recallModel, trainAndKeep } from "../models.ts";
import { UserError } from "../user-error.ts";
import { createDisplay } from "./display.ts";
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
  const { post } = outbox;
  const display = createDisplay(folder, outbox);
  let thorough: Lesson | undefined;
  /** What the thorough model was taught; only read when a hasty lesson needs it. */
  let taught: { readonly of: Lesson; readonly bank: Bank } | undefined;
  let later = new AbortController();

  const use = (lesson: Lesson) => {
    const { reading, trained, isHasty } = lesson;
    if (!isHasty) thorough = lesson;
    post({
      kind: "faq",
      faq: { faq: publish(reading.faq), build: reading.build, ...trained },
      isHasty,
    });
    display.learnt(lesson);
  };

  const hastily = (reading: GoodReading): Trained | undefined => {
    if (!thorough) return undefined;
    if (taught?.of !== thorough) taught = { of: thorough, bank: readBank(thorough.reading.faq) };
    const { words, bot } = reading.faq;
    return revise({
      trained: thorough.trained,
      taught: taught.bank,
      bank: readBank(reading.faq),
      words,
      languages: bot.languages,
    });
  };

  const thoroughly = async (reading: GoodReading, { signal }: AbortController) => {
    const onProgress = (share: number) => {
      if (signal.aborted) return;
      post({ kind: "progress", share });
      display.progress(share);
    };
    try {
      const { build, model, lexicon } = await learnInBackground(folder, onProgress, signal);
      // A save in between has a lesson of its own on the way.
      if (!signal.aborted && build === reading.build) {
        use({ reading, trained: { model, lexicon }, isHasty: false });
      }
    } catch (error) {
      // Its files have changed under it, or can't be used any more: the next look tells.
      if (!signal.aborted && !(error instanceof UserError)) throw error;
    }
  };

  const take = () => {
    const seen = readAtDesk(folder);
    display.read(seen);
    const reading = goodReading(seen, folder);
    later.abort();
    const known =
      reading.model === thorough?.reading.model ? thorough.trained : recallModel(reading.model);
    if (known) return use({ reading, trained: known, isHasty: false });
    if (!thorough) {
      const onProgress = (share: number) => post({ kind: "progress", share });
      const trained = trainAndKeep(reading.faq, reading.model, onProgress);
      return use({ reading, trained, isHasty: false });
    }
    later = new AbortController();
    const hasty = hastily(reading);
    if (hasty) use({ reading, trained: hasty, isHasty: true });
    void thoroughly(reading, later);
  };

  const takeOrTell = () => {
    try {
      take();
      return true;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      post({ kind: "refused", message: error.message, exitCode: error.exitCode });
      return false;
    }
  };

  const stamp = stampOf(folder);
  if (takeOrTell()) onChange(folder, stamp, async () => void takeOrTell());
  return { show: display.show };
}
