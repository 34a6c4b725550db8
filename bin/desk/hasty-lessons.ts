// Gives hasty lessons: what is new in a FAQ, learnt on top of what was learnt thoroughly.
import { encodeModel } from "../../functions/webhook/matching/model-file.ts";
import { type Bank, readBank } from "../../functions/webhook/training/bank.ts";
import { revise } from "../../functions/webhook/training/revise.ts";
import type { KeptModel } from "../models.ts";
import type { Lesson } from "./lesson.ts";
import type { GoodReading } from "./reading.ts";

export interface HastyLessons {
  /** Makes ready for lessons on top of this one: what can be done before there is a save. */
  prepare(thorough: Lesson): void;
  /** `undefined` where so much is new that there is no hasty lesson. */
  teach(reading: GoodReading, thorough: Lesson): KeptModel | undefined;
}

export function createHastyLessons(): HastyLessons {
  let taught: { readonly of: Lesson; readonly bank: Bank } | undefined;
  const bankOf = (thorough: Lesson) => {
    if (taught?.of !== thorough) taught = { of: thorough, bank: readBank(thorough.reading.faq) };
    return taught.bank;
  };
  return {
    prepare: (thorough) => void bankOf(thorough),
    teach({ faq }, thorough) {
      const revised = revise({
        trained: thorough.model,
        taught: bankOf(thorough),
        bank: readBank(faq),
        words: faq.words,
        languages: faq.bot.languages,
      });
      return revised && { ...revised, bytes: encodeModel(revised) };
    },
  };
}
