// What a bot is asked, whether it is a bundle in a folder or deployed.

export interface BotRequest {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly body?: string;
  /** JSON, unless it says otherwise. */
  readonly mediaType?: string;
}
