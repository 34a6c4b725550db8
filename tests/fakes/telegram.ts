// What the Telegram Bot API takes and how it answers, as far as three of its methods go.
// https://core.telegram.org/bots/api#available-methods
import type { ApiError, ApiSuccess, Message } from "@grammyjs/types";
import { fixturesSentAtMs } from "../fixtures/whatsapp.ts";
import { createChecks } from "./checks.ts";
import type { Json, PlatformCall, PlatformFailure, PlatformRules } from "./platform.ts";

const tokens = ["123456:test-token", "123456:new-token"];

export const telegramApi: PlatformRules = {
  basePath: "",
  problemsOf,
  isMessage: (call) => methodOf(call) === "sendMessage",
  recipientOf: ({ body }) => String(body?.chat_id),
  textOf: ({ body }) => String(body?.text),
  payloadsOf: ({ body }) => buttonsOf(body?.reply_markup).map((button) => button?.callback_data),
  accept: (call) => ({
    status: 200,
    body: {
      ok: true,
      result: methodOf(call) === "answerCallbackQuery" ? true : messageOf(call.body),
    } satisfies ApiSuccess<true | Message>,
  }),
  fail: ({ path, body }, kind) => {
    const { description, ...error } = failures[kind];
    const sent = `${path} ${body?.chat_id} ${body?.text}`;
    return {
      status: error.error_code,
      body: { ok: false, ...error, description: `${description} ${sent}` } satisfies ApiError,
    };
  },
};

/** https://core.telegram.org/bots/api#making-requests */
const failures: Readonly<Record<PlatformFailure, Omit<ApiError, "ok">>> = {
  limited: {
    error_code: 429,
    description: "Too Many Requests: retry after 7",
    parameters: { retry_after: 7 },
  },
  broken: { error_code: 500, description: "Internal Server Error: restart" },
  refused: { error_code: 403, description: "Forbidden: bot was blocked by the user" },
  unauthorised: { error_code: 401, description: "Unauthorized" },
};

const pathForm = /^\/bot([^/?]+)\/(\w+)$/;

function methodOf({ path }: PlatformCall): string | undefined {
  return pathForm.exec(path)?.[2];
}

/** The message as it stands when the call is done. */
function messageOf({ chat_id, message_id = 900, text = "Text", reply_markup }: Json): Message {
  return {
    message_id,
    from: { id: 123456, is_bot: true, first_name: "Jelas Contoh", username: "jelas_contoh_bot" },
    chat: { id: chat_id, first_name: "Contoh", type: "private" },
    date: fixturesSentAtMs / 1000,
    text,
    ...(buttonsOf(reply_markup).length > 0 ? { reply_markup } : {}),
  };
}

function rowsOf(markup: Json): Json[] {
  return Array.isArray(markup?.inline_keyboard) ? markup.inline_keyboard : [];
}

function buttonsOf(markup: Json): Json[] {
  return rowsOf(markup).flat();
}

const maxButtons = 100;
const maxButtonsInRow = 8;
/** Not documented: "reply markup is too long" is what Telegram says of more. */
const maxMarkupBytes = 10_000;

function problemsOf(call: PlatformCall): string[] {
  const { method, path, headers, body } = call;
  const { problems, check, onlyMembers } = createChecks();
  const isText = (value: Json) =>
    typeof value === "string" && value.trim() !== "" && value.isWellFormed();
  const hasChat = () =>
    check(Number.isSafeInteger(body?.chat_id) && body.chat_id !== 0, "body.chat_id");

  check(method === "POST", "method");
  const [, token, name] = pathForm.exec(path) ?? [];
  check(token !== undefined, "path");
  check(token === undefined || tokens.includes(token), "token");
  check(headers["content-type"] === "application/json", "content-type");

  switch (name) {
    case "sendMessage":
      onlyMembers(body, ["chat_id", "text", "link_preview_options", "reply_markup"], "body");
      hasChat();
      check(isText(body?.text) && body.text.length <= 4096, "body.text");
      onlyMembers(body?.link_preview_options, ["is_disabled"], "link_preview_options");
      if (body?.reply_markup !== undefined) checkKeyboard(body.reply_markup);
      break;
    case "editMessageReplyMarkup":
      onlyMembers(body, ["chat_id", "message_id", "reply_markup"], "body");
      hasChat();
      check(Number.isSafeInteger(body?.message_id) && body.message_id > 0, "body.message_id");
      if (body?.reply_markup !== undefined) checkKeyboard(body.reply_markup);
      break;
    case "answerCallbackQuery":
      onlyMembers(body, ["callback_query_id"], "body");
      check(isText(body?.callback_query_id), "body.callback_query_id");
      break;
    default:
      check(false, "method of the API");
  }
  return problems;

  function checkKeyboard(markup: Json): void {
    onlyMembers(markup, ["inline_keyboard"], "reply_markup");
    check(Array.isArray(markup?.inline_keyboard), "inline_keyboard");
    check(Buffer.byteLength(JSON.stringify(markup)) <= maxMarkupBytes, "size of the keyboard");
    for (const row of rowsOf(markup)) {
      check(Array.isArray(row) && row.length >= 1 && row.length <= maxButtonsInRow, "row");
    }
    const buttons = buttonsOf(markup);
    check(buttons.length <= maxButtons, "number of buttons");
    for (const button of buttons) {
      onlyMembers(button, ["text", "callback_data"], "button");
      check(isText(button?.text), "button.text");
      const data = button?.callback_data;
      const bytes = typeof data === "string" ? Buffer.byteLength(data) : 0;
      check(bytes >= 1 && bytes <= 64, "button.callback_data");
    }
  }
}
