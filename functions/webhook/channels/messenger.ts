// Speaks the Messenger Platform: signed deliveries in, a text with quick replies out.
// https://developers.facebook.com/docs/messenger-platform
import { createHash } from "node:crypto";
import type { Reply } from "../reply.ts";
import { defineAdapter, idForm, secretForm, secretsIn, withoutSlash } from "./adapter.ts";
import type { CallingChannel, Content, Inbound, WebhookRequest } from "./channel.ts";
import { cutReply, cutText, rowsWithFeedback } from "./cut.ts";
import { field, id, integer, items, parseJson, text } from "./json.ts";
import { answerHandshake, graphCalls, graphJudge, hasMetaSignature, metaSettings } from "./meta.ts";

export interface MessengerSettings {
  readonly appSecrets: readonly string[];
  readonly verifyTokens: readonly string[];
  readonly pageTokens: readonly string[];
  readonly pageId: string;
  readonly apiUrl: string;
}

export const messenger = defineAdapter({
  title: "Messenger",
  settings: {
    MESSENGER_APP_SECRET: metaSettings.appSecret,
    MESSENGER_PAGE_TOKEN: { form: secretForm, what: "a page access token of Meta's dashboard" },
    MESSENGER_PAGE_ID: { form: idForm, what: "the Facebook page's id" },
    MESSENGER_VERIFY_TOKEN: metaSettings.verifyToken("Messenger"),
    MESSENGER_API_URL: metaSettings.apiUrl,
  },
  open: (values) =>
    createMessenger({
      appSecrets: secretsIn(values.MESSENGER_APP_SECRET),
      verifyTokens: secretsIn(values.MESSENGER_VERIFY_TOKEN),
      pageTokens: secretsIn(values.MESSENGER_PAGE_TOKEN),
      pageId: values.MESSENGER_PAGE_ID,
      apiUrl: withoutSlash(values.MESSENGER_API_URL),
    }),
});

/** https://developers.facebook.com/docs/messenger-platform/send-messages/quick-replies */
const sizes = {
  /** A delivery may hold up to 1,000 updates. */
  bodyBytes: 1_000_000,
  text: 2000,
  quickReplies: 13,
  quickReplyTitle: 20,
  payload: 1000,
};

interface MessengerMessage extends Inbound {
  /** The person's id, which is this page's own. */
  readonly senderId: string;
}

export function createMessenger(settings: MessengerSettings): CallingChannel<MessengerMessage> {
  const { pageId, pageTokens, apiUrl } = settings;
  return {
    name: "messenger",
    maxBodyBytes: sizes.bodyBytes,
    unauthorisedStatus: 401,
    handshake: (request) => answerHandshake(request, settings.verifyTokens),
    verify: (request) => hasMetaSignature(request, settings.appSecrets),
    parse: (request) => parse(request, pageId),
    reply: ({ senderId }, reply) =>
      graphCalls(
        `${apiUrl}/me/messages`,
        { recipient: { id: senderId }, messaging_type: "RESPONSE", message: messageFor(reply) },
        pageTokens,
      ),
    judge: judgeGraphCall,
    // After an hour of failures the platform stops delivering altogether.
    retryForMs: 45 * 60 * 1000,
  };
}

/** Only `messaging`: in `standby` another app has the conversation, `changes` is the page's feed. */
function parse({ body }: WebhookRequest, pageId: string): MessengerMessage[] {
  const delivery = parseJson(body);
  if (field(delivery, "object") !== "page") return [];
  return items(field(delivery, "entry"))
    .filter((entry) => idOf(field(entry, "id")) === pageId)
    .flatMap((entry) => items(field(entry, "messaging")))
    .filter((event) => idOf(field(field(event, "recipient"), "id")) === pageId)
    .map((event) => inbound(event, pageId))
    .filter((message) => message !== undefined);
}

function inbound(event: unknown, account: string): MessengerMessage | undefined {
  const senderId = idOf(field(field(event, "sender"), "id"));
  const content = contentOf(event);
  if (!senderId || senderId === account || !content) return undefined;
  const eventId = id(field(field(event, "message"), "mid")) ?? idOfPostback(event, senderId);
  if (!eventId) return undefined;
  const sentAtMs = timeOf(event);
  return { id: eventId, account, senderId, content, ...(sentAtMs ? { sentAtMs } : {}) };
}

/** Milliseconds; some events have come with seconds. No time at all where it can be neither. */
function timeOf(event: unknown): number | undefined {
  const time = integer(field(event, "timestamp")) ?? 0;
  if (time <= 0) return undefined;
  return time < 1e11 ? time * 1000 : time;
}

/** Ids are texts, and have been numbers. */
function idOf(value: unknown): string | undefined {
  return id(value) ?? id(integer(value)?.toString());
}

/** Not every postback has an id of its own; person, time and button tell it from others. */
function idOfPostback(event: unknown, senderId: string): string | undefined {
  const postback = field(event, "postback");
  if (postback === undefined) return undefined;
  const mid = id(field(postback, "mid"));
  if (mid) return mid;
  const payload = text(field(postback, "payload"));
  const parts = [senderId, integer(field(event, "timestamp")), payload];
  return createHash("sha256").update(parts.map(String).join("\0")).digest("base64url");
}

function contentOf(event: unknown): Content | undefined {
  const message = field(event, "message");
  if (message === undefined) return contentOfPostback(field(event, "postback"));
  // An echo is a message of ours: whoever answers it answers themselves.
  if (field(message, "is_echo") === true || field(message, "is_deleted") === true) return undefined;
  const words = text(field(message, "text"));
  const payload = text(field(field(message, "quick_reply"), "payload"), sizes.payload);
  if (payload) return { kind: "choice", payload, ...(words ? { title: words } : {}) };
  // A link in a text comes with a preview, as an attachment.
  const files = items(field(message, "attachments")).filter((file) => {
    return field(file, "type") !== "fallback" || !words;
  });
  if (files.length > 0 || field(message, "is_unsupported") === true) return { kind: "nontext" };
  return words === undefined ? undefined : { kind: "text", text: words };
}

/** As this bot's guide has it set up, and as other tools have left it. */
const getStarted = /^((bootbot[ _-])?get[ _-]?started|facebook_welcome$)/i;

/** A button of the page: our own, one that somebody else's tool made, or "Get started". */
function contentOfPostback(postback: unknown): Content | undefined {
  const payload = text(field(postback, "payload"), sizes.payload) ?? "";
  const title = text(field(postback, "title"));
  if (getStarted.test(payload)) return { kind: "welcome" };
  if (!payload && !title) return undefined;
  return { kind: "choice", payload, ...(title ? { title } : {}) };
}

function messageFor(reply: Reply): object {
  const rows = rowsWithFeedback(reply, sizes.quickReplies);
  const quickReplies = rows.map(({ title, payload }) => ({
    content_type: "text",
    title: cutText(title, sizes.quickReplyTitle),
    payload,
  }));
  return {
    text: cutReply(reply, sizes.text),
    ...(quickReplies.length > 0 ? { quick_replies: quickReplies } : {}),
  };
}

/** https://developers.facebook.com/docs/messenger-platform/error-codes */
const judgeGraphCall = graphJudge({
  // The last two are the limits on a page and on its Messenger account:
  // https://developers.facebook.com/docs/graph-api/overview/rate-limiting
  transient: [1, 2, 4, 17, 32, 613, 1200, 80001, 80006],
  permanent: [10, 100, 551],
  unauthorised: [190],
});
