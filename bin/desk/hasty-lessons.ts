// Gives hasty lessons: what is new in a FAQ, learnt on top of what was learnt thoroughly.
import type { Trained } from "../../functions/webhook/matching/model-file.ts";
import { type Bank, readBank } from "../../functions/webhook/training/bank.ts";
import { revise } from "../../functions/webhook/training/revise.ts";
import type { Lesson } from "./desk.ts";
import type { GoodReading } from "./reading.ts";

/** `undefined` where so much is new that there is no hasty lesson. */
export type TeachHastily = (reading: GoodReading, thorough: Lesson) => Trained | undefined;

export function createHastyLessons(): TeachHastily {
  /** Read once for all hasty lessons that begin from the same thorough one. */
  let taught: { readonly of: Lesson; readonly bank: Bank } | undefined;
  return ({ faq }, thorough) => {
    if (taught?.of !== thorough) taught = { of: thorough, bank: readBank(thorough.reading.faq) };
    return revise({
      trained: thorough.trained,
      taught: taught.bank,
      bank: readBank(faq),
      words: faq.words,
      languages: faq.bot.languages,
    });
  };
}
