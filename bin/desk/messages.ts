// What the desk tells the server that started it, and what it is told.
import type { Trained } from "../../functions/webhook/matching/model-file.ts";
import type { OpenFaq } from "../open-faq.ts";
import type { WorkshopState } from "../workshop/state.ts";

export type DeskMessage =
  /** How far learning has come, from 0 to 1. */
  | { readonly kind: "progress"; readonly share: number }
  /**
   * A FAQ to answer from, its model as its bytes; `isHasty` while the thorough lesson
   * is still to come.
   */
  | {
      readonly kind: "faq";
      readonly faq: Omit<OpenFaq, keyof Trained>;
      readonly model: Uint8Array;
      readonly isHasty: boolean;
    }
  /** The files can't be used as they stand; the message says why. */
  | { readonly kind: "refused"; readonly message: string; readonly exitCode: number }
  /** What else a person should know. */
  | { readonly kind: "note"; readonly message: string }
  | { readonly kind: "state"; readonly state: WorkshopState };

/** From now on somebody looks at the workshop: states are worth their work. */
export type DeskOrder = "show";
