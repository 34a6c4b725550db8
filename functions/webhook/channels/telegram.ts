// Speaks the Telegram Bot API: updates in, messages with an inline keyboard out.
// https://core.telegram.org/bots/api
import { parseChoice } from "../choice.ts";
import type { Reply } from "../reply.ts";
import { apiUrlForm, defineAdapter, secretsIn, withoutSlash } from "./adapter.ts";
import type {
  CallingChannel,
  Content,
  Delivery,
  Inbound,
  Outgoing,
  WebhookRequest,
  WebhookResponse,
} from "./channel.ts";
import { cutLabel, cutReply, feedbackRowsOf, type Row, rowsOf } from "./cut.ts";
import { field, id, integer, items, parseJson, secondsAsMs, text } from "./json.ts";
import { isSecret } from "./signature.ts";

export interface TelegramSettings {
  readonly secretTokens: readonly string[];
  readonly botTokens: readonly string[];
  readonly apiUrl: string;
}

export const telegram = defineAdapter({
  title: "Telegram",
  settings: {
    TELEGRAM_BOT_TOKEN: {
      // It stands in the path of an address.
      form: /^[\w:-]+( [\w:-]+)?$/,
      what: "the token that @BotFather gives",
    },
    TELEGRAM_SECRET_TOKEN: {
      form: /^[\w-]{1,256}( [\w-]{1,256})?$/,
      what: "made up by you of letters, digits, _ and -; Telegram sends it with each update",
    },
    TELEGRAM_API_URL: {
      form: apiUrlForm,
      what: "for tests",
      fallback: "https://api.telegram.org",
    },
  },
  open: (values) =>
    createTelegram({
      secretTokens: secretsIn(values.TELEGRAM_SECRET_TOKEN),
      botTokens: secretsIn(values.TELEGRAM_BOT_TOKEN),
      apiUrl: withoutSlash(values.TELEGRAM_API_URL),
    }),
});

/** The kinds of update that carry questions, for `setWebhook`. */
export const telegramUpdates = ["message", "callback_query"];

/** Telegram takes 100 buttons, but no keyboard of more than about 10 kB: half as many always fit. */
const sizes = { bodyBytes: 1_000_000, text: 4096, buttons: 50, buttonText: 40 };

interface TelegramMessage extends Inbound {
  readonly chatId: number;
  readonly tap?: Tap;
}

/** A tap on a button of an inline keyboard. */
interface Tap {
  readonly callbackId: string;
  readonly messageId: number | undefined;
  /** The rows of its keyboard that stay when feedback has been given. */
  readonly rowsWithoutFeedback: readonly (readonly Button[])[];
}

export function createTelegram(settings: TelegramSettings): CallingChannel<TelegramMessage> {
  // The number before the colon is the bot's own id, whichever of its tokens is in force.
  const account = settings.botTokens[0]?.split(":")[0] ?? "";
  return {
    name: "telegram",
    maxBodyBytes: sizes.bodyBytes,
    unauthorisedStatus: 401,
    verify: ({ headers }) =>
      isSecret(headers["x-telegram-bot-api-secret-token"] ?? "", settings.secretTokens),
    parse: (request) => parse(request, account),
    reply: (to, reply) => calls("sendMessage", messageFor(to, reply), settings),
    notices: (to) => (to.tap ? afterTap(to, to.tap, settings) : []),
    judge,
    // A person's later updates wait for the one that fails.
    retryForMs: 60 * 60 * 1000,
  };
}

function parse(
  { body }: WebhookRequest,
  account: string,
): readonly TelegramMessage[] | WebhookResponse {
  const update = parseJson(body);
  const updateId = integer(field(update, "update_id"));
  if (updateId === undefined || updateId < 0) return [];
  const common = { id: String(updateId), account };
  const tap = field(update, "callback_query");
  if (tap !== undefined) return parseTap(tap, common);
  const message = field(update, "message");
  const chatId = privateChatOf(message);
  const content = contentOf(message);
  if (chatId === undefined || !content || isBot(message)) return [];
  return [
    { ...common, ...albumOf(message), content, chatId, ...localeOf(message), ...timeOf(message) },
  ];
}

/** The pictures of an album arrive one by one, and are one thing that a person sent. */
function albumOf(message: unknown): { id?: string } {
  const album = text(field(message, "media_group_id"), 64);
  return album ? { id: `album/${album}` } : {};
}

function timeOf(message: unknown): { sentAtMs?: number } {
  const sentAtMs = secondsAsMs(field(message, "date"));
  return sentAtMs ? { sentAtMs } : {};
}

/**
 * A tap whose chat can't be written to still makes its button wait: the response ends that.
 * https://core.telegram.org/bots/api#callbackquery
 */
function parseTap(
  tap: unknown,
  common: Pick<Inbound, "id" | "account">,
): readonly TelegramMessage[] | WebhookResponse {
  const callbackId = id(field(tap, "id"));
  if (!callbackId) return [];
  const message = field(tap, "message");
  const chatId = privateChatOf(message);
  const payload = id(field(tap, "data"));
  // An inaccessible message has the date 0.
  if (chatId === undefined || !payload || !integer(field(message, "date")) || isBot(tap)) {
    return {
      status: 200,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ method: "answerCallbackQuery", callback_query_id: callbackId }),
    };
  }
  const keyboard = items(field(field(message, "reply_markup"), "inline_keyboard"));
  return [
    {
      ...common,
      content: { kind: "choice", payload },
      chatId,
      ...localeOf(tap),
      tap: {
        callbackId,
        messageId: integer(field(message, "message_id")),
        rowsWithoutFeedback: keyboard
          .map((row) =>
            items(row)
              .map(buttonIn)
              .filter((button) => button !== undefined),
          )
          .filter((row) => row.length > 0 && !row.some(isFeedback)),
      },
    },
  ];
}

/** A button of ours: nothing else of what came may go out again. */
interface Button {
  readonly text: string;
  readonly callback_data: string;
}

function buttonIn(value: unknown): Button | undefined {
  const title = id(field(value, "text"));
  const payload = id(field(value, "callback_data"));
  return title && payload ? { text: title, callback_data: payload } : undefined;
}

function isFeedback({ callback_data }: Button): boolean {
  return parseChoice(callback_data)?.kind === "feedback";
}

/** In groups and channels people talk to each other. */
function privateChatOf(message: unknown): number | undefined {
  const chat = field(message, "chat");
  return field(chat, "type") === "private" ? integer(field(chat, "id")) : undefined;
}

function isBot(message: unknown): boolean {
  return field(field(message, "from"), "is_bot") === true;
}

function localeOf(message: unknown): { locale?: string } {
  const locale = id(field(field(message, "from"), "language_code"));
  return locale ? { locale } : {};
}

const nontextKeys = [
  "animation",
  "audio",
  "checklist",
  "contact",
  "dice",
  "document",
  "game",
  "giveaway",
  "giveaway_winners",
  "invoice",
  "live_photo",
  "location",
  "paid_media",
  "photo",
  "poll",
  "rich_message",
  "sticker",
  "story",
  "venue",
  "video",
  "video_note",
  "voice",
];

const startCommand = /^\/start(@\w+)?(\s|$)/i;

function contentOf(message: unknown): Content | undefined {
  const words = text(field(message, "text"));
  if (words !== undefined) {
    return startCommand.test(words) ? { kind: "welcome" } : { kind: "text", text: words };
  }
  return nontextKeys.some((key) => field(message, key) !== undefined)
    ? { kind: "nontext" }
    : undefined;
}

/** Plain text: without `parse_mode`, nothing in it is markup. */
function messageFor({ chatId }: TelegramMessage, reply: Reply): object {
  const keyboard = keyboardOf(reply);
  return {
    chat_id: chatId,
    text: cutReply(reply, sizes.text),
    link_preview_options: { is_disabled: true },
    ...(keyboard.length > 0 ? { reply_markup: { inline_keyboard: keyboard } } : {}),
  };
}

/** One option a row; the two buttons for feedback share one. */
function keyboardOf(reply: Reply): Button[][] {
  const feedback = feedbackRowsOf(reply).map(buttonOf);
  const options = rowsOf(reply, sizes.buttons - feedback.length).map((row) => [buttonOf(row)]);
  return feedback.length > 0 ? [...options, feedback] : options;
}

function buttonOf({ title, payload }: Row): Button {
  return { text: cutLabel(title, sizes.buttonText), callback_data: payload };
}

/** Ends the button's wait; feedback that was given is not asked for again. */
function afterTap(
  { chatId, content }: TelegramMessage,
  { callbackId, messageId, rowsWithoutFeedback }: Tap,
  settings: TelegramSettings,
): Outgoing[][] {
  const answer = calls("answerCallbackQuery", { callback_query_id: callbackId }, settings);
  const isRating = content.kind === "choice" && parseChoice(content.payload)?.kind === "feedback";
  if (!isRating || messageId === undefined) return [answer];
  const keyboard = {
    chat_id: chatId,
    message_id: messageId,
    reply_markup: { inline_keyboard: rowsWithoutFeedback },
  };
  return [answer, calls("editMessageReplyMarkup", keyboard, settings)];
}

/** A call of a method, once for each token. */
function calls(method: string, body: object, { apiUrl, botTokens }: TelegramSettings): Outgoing[] {
  const json = JSON.stringify(body);
  return botTokens.map((token) => ({
    url: `${apiUrl}/bot${token}/${method}`,
    headers: { "content-type": "application/json" },
    body: json,
  }));
}

/** https://core.telegram.org/bots/api#making-requests */
function judge(status: number, body: string): Delivery {
  const answer = parseJson(Buffer.from(body));
  const code = integer(field(answer, "error_code")) ?? status;
  if (status >= 200 && status < 300 && field(answer, "ok") !== false) return { kind: "sent" };
  const told = { code: String(code) };
  // A token that never was one is "not found".
  if (code === 401 || code === 404) return { kind: "unauthorised", ...told };
  if (code !== 429 && code < 500) return { kind: "permanent", ...told };
  const retryAfterS = integer(field(field(answer, "parameters"), "retry_after"));
  return { kind: "transient", ...told, ...(retryAfterS ? { retryAfterS } : {}) };
}
