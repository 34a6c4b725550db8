// The list of channels. The stack makes a route for each, the counts accept no other name.

/** Messaging services that deliver to `/webhooks/<name>`, with the HTTP methods they use. */
export const webhookMethods = {
  generic: ["POST"],
  whatsapp: ["GET", "POST"],
  messenger: ["GET", "POST"],
  telegram: ["POST"],
  line: ["POST"],
  twilio: ["POST"],
} as const satisfies Record<string, readonly ("GET" | "POST")[]>;

export type WebhookName = keyof typeof webhookMethods;

/** Every channel a question can come from: the chat page and the messaging services. */
export const channelNames = [
  "web",
  ...(Object.keys(webhookMethods) as WebhookName[]),
] as const satisfies readonly ("web" | WebhookName)[];

export type ChannelName = (typeof channelNames)[number];
