// What the tests that every channel runs need to know of a platform.
import type { PlatformRules } from "../fakes/platform.ts";

export interface Delivery {
  readonly body: Buffer;
  /** All headers, the content type and the signature among them; names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** What stands after the `?` of the webhook's address. */
  readonly rawQuery?: string;
}

export interface ChannelSample {
  /** The channel's settings, all that it needs, without the pepper and without `*_API_URL`. */
  readonly values: Readonly<Record<string, string>>;
  /** The name of the setting with the secret that signs, which may hold two. */
  readonly secretName: string;
  /** The header that carries the signature or secret, in lower case. */
  readonly signatureHeader: string;
  /** False where the header is a bearer secret, which says nothing of the body. */
  readonly signsBody: boolean;
  /** False where the message's id is a header. */
  readonly hasIdInBody?: boolean;
  /** Signs a body of any bytes; with another secret if one is given. */
  sign(body: Buffer, secret?: string): Delivery;
  /** A body with one text from an invented person; `id` is the message's id, written as in JSON. */
  text(text: string, id?: string, person?: number): string;
  /** Two ids of messages as the platform makes them, written as in JSON. */
  readonly ids: readonly [string, string];
  /** A body with one tap on a button with that payload; each `tap` has an id of its own. */
  choice(payload: string, tap?: number): string;
  /** A body with a picture or the like. */
  nontext: string;
  /** A body that opens the conversation, where the platform has such a thing. */
  welcome?: string;
  /** A body that only tells what became of a message of ours, or the like. */
  receipt: string;
  /** One body with all these texts, from different people, where the platform sends batches. */
  batch?(texts: readonly string[]): string;
  /** A body that is not what its content type says, where that is possible. */
  malformed?: string;
  /** The platform's API and the setting with its address, where replies are calls. */
  readonly api?: { readonly urlName: string; readonly rules: PlatformRules };
  /** The words of a reply in the response itself, where it is there. */
  readTextOf?(responseBody: string): string;
}
