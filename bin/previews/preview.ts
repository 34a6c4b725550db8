// What a preview is: a reply as one channel would show it, and what its reader misses.
import type { ChannelName } from "../../functions/webhook/channels/names.ts";
import type { Loss } from "./loss.ts";
import type { SmsSize } from "./sms.ts";
import type { Span } from "./span.ts";

export interface Preview {
  readonly channel: ChannelName;
  /** As people know it: "WhatsApp". */
  readonly title: string;
  /** The bubbles in order. */
  readonly messages: readonly PreviewMessage[];
  readonly losses: readonly Loss[];
}

export interface PreviewMessage extends ShownMessage {
  /** What the platform formats by itself; they stand apart or one within another. */
  readonly spans: readonly Span[];
  /** What it takes as SMS, where it is one. */
  readonly sms?: SmsSize;
}

/** A message as the platform is given it. */
export interface ShownMessage {
  readonly text: string;
  readonly buttons: readonly PreviewButton[];
}

export interface PreviewButton {
  /**
   * A `button` stands beneath the text, `inline` ones in lines of one or more; a `quick-reply` above
   * the keyboard, gone after a tap. An `opener` is a button that opens the `row`s. An `option` is
   * shown by a page or a program in its own way.
   */
  readonly kind: "button" | "inline" | "quick-reply" | "opener" | "row" | "option";
  /** As shown, cut where it must be. */
  readonly title: string;
  /** What a tap brings back; see functions/webhook/choice.ts. An opener has none. */
  readonly payload?: string;
  /** The smaller words beneath a row's title. */
  readonly description?: string;
  /** The heading above a row. */
  readonly section?: string;
  /** Buttons of the same line stand side by side. */
  readonly line?: number;
}
