// What a channel promises: to verify a request, to read it, and to put a reply into its own form.
import type { Reply } from "../reply.ts";
import type { Response } from "../response.ts";
import type { WebhookName } from "./names.ts";

/** An HTTP request as it arrived: names of headers in lower case, the body's exact bytes. */
export interface WebhookRequest {
  readonly method: string;
  readonly query: URLSearchParams;
  /** The query as it stands in the address, for a platform that signs addresses. */
  readonly rawQuery: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

export interface WebhookResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes where they are not text: a compressed page. */
  readonly body?: string | Buffer;
}

/** What a person sent, told apart as far as the bot cares. */
export type Content =
  | { readonly kind: "text"; readonly text: string }
  /** A button, list row or the like: a payload that this bot made (see choice.ts). */
  | { readonly kind: "choice"; readonly payload: string; readonly title?: string }
  /** Somebody opened the conversation: `/start`, a follow, a get-started button. */
  | { readonly kind: "welcome" }
  /** A picture, a voice message, a sticker: anything that can't be read as text. */
  | { readonly kind: "nontext" };

/** One message to answer. What an adapter adds to it only lives to send the reply. */
export interface Inbound {
  /** The platform's id of the message, unique within `account`. */
  readonly id: string;
  /** The receiving account: a phone number's id, a page's id. */
  readonly account: string;
  /** Epoch milliseconds at which the person sent it, where the platform signs a time. */
  readonly sentAtMs?: number;
  readonly content: Content;
  /** The language of the person's app, a BCP 47 tag: for a text that doesn't tell its own. */
  readonly locale?: string;
}

/** A call to the platform's API. */
export interface Outgoing {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a platform's answer to a call means for us. */
export type Delivery =
  | { readonly kind: "sent" }
  /** Worth another try: the platform is busy, down or slow, and may say for how many seconds. */
  | { readonly kind: "transient"; readonly code: string; readonly retryAfterS?: number }
  /** Will never work: this message is given up. */
  | { readonly kind: "permanent"; readonly code: string }
  /** This way to the person is closed; the next call may take another. */
  | { readonly kind: "lapsed"; readonly code: string }
  /** Our credentials are refused: read the settings again, tell the operator. */
  | { readonly kind: "unauthorised"; readonly code: string };

interface AnyChannel<Message extends Inbound> {
  readonly name: WebhookName;
  /** Bodies of more bytes are refused before anything reads them. */
  readonly maxBodyBytes: number;
  /** Bodies of other media types are refused with 415, where the signature depends on the type. */
  readonly mediaTypes?: readonly string[];
  /** Status of a request whose signature is missing or wrong. */
  readonly unauthorisedStatus: 401 | 403;
  /** The platform gives up on a delivery that takes longer. */
  readonly respondWithinMs?: number;
  /** Answers the platform's own check of the address (GET), where it has one. */
  handshake?(request: WebhookRequest): WebhookResponse;
  /** True if the platform signed these very bytes. `nowMs` is the time, epoch ms. Never throws. */
  verify(request: WebhookRequest, nowMs: number): boolean;
  /**
   * The messages to answer, none for all that isn't a question; or what to respond at once where
   * there is nothing to answer but the platform wants to be told something. Never throws.
   */
  parse(request: WebhookRequest): readonly Message[] | WebhookResponse;
}

/** A channel whose replies are calls to the platform. */
export interface CallingChannel<Message extends Inbound = Inbound> extends AnyChannel<Message> {
  /** The calls that send a reply, to be made in turn until one is taken: one for each token. */
  reply(to: Message, reply: Reply): readonly Outgoing[];
  /**
   * A reply that still fails when its message is older is given up, where asking for one message
   * again and again would cost the others their delivery.
   */
  readonly retryForMs?: number;
  /** Reads the platform's answer to such a call. */
  judge(status: number, body: string): Delivery;
  /**
   * What is told beside the reply and may fail: a read mark, the end of a button's wait. Each as the
   * calls to be made in turn until one is taken.
   */
  notices?(to: Message): readonly (readonly Outgoing[])[];
}

/** A channel whose reply is the response to the delivery itself. */
export interface RespondingChannel<Message extends Inbound = Inbound> extends AnyChannel<Message> {
  respond(to: Message, response: Response): WebhookResponse;
  /** The response where there is nothing to answer. */
  readonly silence: WebhookResponse;
}

/** A channel, ready with its settings. What it has parsed may only be handed back to itself. */
export type Channel = CallingChannel | RespondingChannel;
