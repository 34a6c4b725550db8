// What a channel promises: to verify a request, to read it, and to put a reply into its own form.
import type { Language } from "../faq/faq.ts";
import type { Reply } from "../reply.ts";
import type { ChannelName } from "./names.ts";

/** An HTTP request as it arrived: names of headers in lower case, the body's exact bytes. */
export interface WebhookRequest {
  readonly method: string;
  readonly query: URLSearchParams;
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
  /** A picture, a voice message, a sticker: anything that can't be read as text. */
  | { readonly kind: "nontext" };

/** One message to answer. Everything in it but `content` only lives to send the reply. */
export interface Inbound {
  /** The platform's id of the message, unique within `account`. */
  readonly id: string;
  /** The receiving account: a phone number's id, a page's id. */
  readonly account: string;
  /** Epoch milliseconds at which the person sent it, where the platform signs a time. */
  readonly sentAtMs?: number;
  readonly content: Content;
  /** A language to assume where the text doesn't tell. */
  readonly hint?: Language;
  /** Where the reply goes, in the platform's own terms. */
  readonly recipient: string;
}

/** A call to the platform's API that sends a reply. */
export interface Outgoing {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a platform's answer to a reply means for us. */
export type Delivery =
  | { readonly kind: "sent" }
  /** Worth another try: the platform is busy, down or slow. */
  | { readonly kind: "transient"; readonly code: string }
  /** Will never work: this message is given up. */
  | { readonly kind: "permanent"; readonly code: string }
  /** Our credentials are refused: read the settings again, tell the operator. */
  | { readonly kind: "unauthorised"; readonly code: string };

/** A channel whose replies are calls to the platform, ready with its settings. */
export interface Channel {
  readonly name: ChannelName;
  /** Bodies of more bytes are refused before anything reads them. */
  readonly maxBodyBytes: number;
  /** Status of a request whose signature is missing or wrong. */
  readonly unauthorisedStatus: 401 | 403;
  /** Answers the platform's own check of the address (GET), where it has one. */
  readonly handshake?: (request: WebhookRequest) => WebhookResponse;
  /** True if the platform signed these very bytes. Never throws. */
  readonly verify: (request: WebhookRequest) => boolean;
  /** The messages to answer; none for all that isn't a question. Never throws. */
  readonly parse: (request: WebhookRequest) => readonly Inbound[];
  /** The call that sends a reply, once for each token in force: a next one if one is refused. */
  readonly reply: (to: Inbound, reply: Reply) => readonly Outgoing[];
  /** Reads the platform's answer to such a call. */
  readonly judge: (status: number, body: string) => Delivery;
}
