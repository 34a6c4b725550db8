// What LINE's Messaging API documents of sending messages: its limits, and how it says yes and no.
// https://developers.line.biz/en/reference/messaging-api/#send-reply-message
import { createChecks } from "./checks.ts";
import type { Json, PlatformAnswer, PlatformCall, PlatformRules } from "./platform.ts";

const replyPath = "/v2/bot/message/reply";
const pushPath = "/v2/bot/message/push";

export const lineApi: PlatformRules = {
  basePath: "",
  problemsOf,
  isMessage: ({ path }) => path === replyPath || path === pushPath,
  recipientOf: ({ body }) => String(body?.replyToken ?? body?.to),
  textOf: ({ body }) =>
    messagesIn(body)
      .map((message) => message?.text ?? "")
      .join("\n"),
  payloadsOf: ({ body }) =>
    messagesIn(body)
      .flatMap((message) => message?.quickReply?.items ?? [])
      .map((item: Json) => item?.action?.data),
  accept: ({ body }) => ({
    status: 200,
    headers: requestId,
    body: { sentMessages: messagesIn(body).map((_, at) => sentMessage(at)) },
  }),
  fail(call, kind) {
    switch (kind) {
      case "limited":
        return error(429, "The API rate limit has been exceeded. Try again later.");
      case "broken":
        return error(500, "Internal server error");
      case "refused":
        return error(400, "The request body has 1 error(s)", [
          { message: `As a stand-in says it, of ${JSON.stringify(call.body)}`, property: "to" },
        ]);
      case "unauthorised":
        return error(
          401,
          "Authentication failed. Confirm that the access token in the authorization header is valid.",
        );
    }
  },
};

/** A reply token that was used before, or is older than a minute. */
export const invalidReplyToken = error(400, "Invalid reply token");

/** The plan's messages of this month are used up: only a push counts towards them. */
export const monthlyLimit = error(429, "You have reached your monthly limit.");

/** A push with the same retry key was taken before. */
export const retryKeyAccepted: PlatformAnswer = {
  status: 409,
  headers: { "x-line-request-id": "123e4567-e89b-12d3-a456-426655440002" },
  body: { message: "The retry key is already accepted", sentMessages: [sentMessage(0)] },
};

const requestId = { "x-line-request-id": "123e4567-e89b-12d3-a456-426655440001" };

function error(status: number, message: string, details?: readonly object[]): PlatformAnswer {
  return { status, body: { message, ...(details ? { details } : {}) } };
}

function sentMessage(at: number): object {
  return { id: String(460000000000000000n + BigInt(at)), quoteToken: `stand-in-quote-${at}` };
}

function messagesIn(body: Json): Json[] {
  return Array.isArray(body?.messages) ? body.messages : [];
}

const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const segmenter = new Intl.Segmenter();

/** As far as a bot that sends texts with quick replies goes: anything else is a problem. */
function problemsOf({ method, path, headers, body }: PlatformCall): string[] {
  const { problems, check, onlyMembers, hasText } = createChecks();

  check(method === "POST", "method");
  check(/^application\/json(; ?charset=utf-8)?$/i.test(headers["content-type"] ?? ""), "type");
  check(/^Bearer (access|new)-token$/.test(headers.authorization ?? ""), "authorization");
  const retryKey = headers["x-line-retry-key"];
  if (path === replyPath) {
    onlyMembers(body, ["replyToken", "messages", "notificationDisabled"], "body");
    check(/^\S+$/.test(body?.replyToken ?? "") && !/^(0+|f+)$/.test(body?.replyToken), "token");
    // https://developers.line.biz/en/docs/messaging-api/retrying-api-request/
    check(retryKey === undefined, "a retry key where none is taken");
  } else if (path === pushPath) {
    onlyMembers(body, ["to", "messages", "notificationDisabled"], "body");
    check(/^[UCR][0-9a-f]{32}$/.test(body?.to ?? ""), "to");
    check(uuidForm.test(retryKey ?? ""), "retry key");
  } else {
    check(false, "path");
  }
  const messages = messagesIn(body);
  check(messages.length >= 1 && messages.length <= 5, "number of messages");
  for (const message of messages) checkMessage(message);
  return problems;

  function checkMessage(message: Json): void {
    onlyMembers(message, ["type", "text", "quickReply"], "message");
    check(message?.type === "text", "message.type");
    hasText(message?.text, 5000, "message.text");
    if (message?.quickReply === undefined) return;
    onlyMembers(message.quickReply, ["items"], "quickReply");
    const items: Json[] = Array.isArray(message.quickReply?.items) ? message.quickReply.items : [];
    check(items.length >= 1 && items.length <= 13, "number of items");
    for (const item of items) {
      onlyMembers(item, ["type", "action"], "item");
      check(item?.type === "action", "item.type");
      checkAction(item?.action);
    }
  }

  function checkAction(action: Json): void {
    onlyMembers(action, ["type", "label", "data", "displayText"], "action");
    check(action?.type === "postback", "action.type");
    hasText(action?.label, Number.POSITIVE_INFINITY, "action.label");
    // https://developers.line.biz/en/docs/messaging-api/text-character-count/
    check([...segmenter.segment(String(action?.label))].length <= 20, "letters of action.label");
    hasText(action?.data, 300, "action.data");
    if (action?.displayText !== undefined) hasText(action.displayText, 300, "action.displayText");
  }
}
