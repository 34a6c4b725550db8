// What a channel's reader doesn't get to see, or sees otherwise than it was written.
import type { ChannelName } from "../../functions/webhook/channels/names.ts";
import type { SpanStyle } from "./span.ts";
import type { Origin } from "./written.ts";

export type Loss = Origin & { readonly channel: ChannelName } & LossKind;

export type LossKind =
  | {
      /** The text is longer than the platform takes: its end is not shown. */
      readonly kind: "text-cut";
      /** What the platform takes of answer and sources together, in UTF-16 units. */
      readonly most: number;
      /** To fit, the text must get shorter by so many units. */
      readonly by: number;
      /** So many units of the text are not shown: a cut falls between words. */
      readonly characters: number;
      /** Index in the text of the first that is not shown. */
      readonly at: number;
    }
  /** The sources are so long that not even they fit, or leave no room for the answer. */
  | { readonly kind: "sources-left-out"; readonly count: number }
  | {
      /** A title, or what stands beneath it, is cut. */
      readonly kind: "title-cut";
      readonly shown: string;
      /** What the platform takes, in UTF-16 units or, where it counts so, letters. */
      readonly most: number;
    }
  /** Questions or topics that can't be chosen: there is no button for them, nor room in the text. */
  | { readonly kind: "options-left-out"; readonly missing: readonly string[] }
  | {
      /** With a text this long there are no buttons: options are to be typed, feedback is not asked. */
      readonly kind: "buttons-left-out";
      readonly most: number;
      readonly by: number;
    }
  | {
      /** Characters in a plain text that the platform takes for formatting. */
      readonly kind: "formatting";
      readonly style: SpanStyle;
      /** What is formatted, its marks included. */
      readonly shown: string;
      /** Index in the text. */
      readonly at: number;
    };

/** The same for the same loss, however often its text is shown. */
export function keyOfLoss(loss: Loss): string {
  const { kind, channel, entry = "", path } = loss;
  const more = loss.kind === "formatting" ? [loss.style, loss.at] : [];
  return [kind, channel, entry, ...path, ...more].join("\0");
}
