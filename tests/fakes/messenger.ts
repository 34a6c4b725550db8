// What the Messenger Platform's Send API takes and how it answers.
// https://developers.facebook.com/docs/messenger-platform/reference/send-api
import { createChecks } from "./checks.ts";
import type { Json, PlatformCall, PlatformFailure, PlatformRules } from "./platform.ts";

const basePath = "/v26.0";
const tokens = ["page-token", "new-token"];

export const messengerApi: PlatformRules = {
  basePath,
  problemsOf,
  isMessage: ({ body }) => body?.message !== undefined,
  recipientOf: ({ body }) => String(body?.recipient?.id),
  textOf: ({ body }) => String(body?.message?.text),
  payloadsOf: ({ body }) => (body?.message?.quick_replies ?? []).map(payloadOf),
  accept: ({ body }) => ({
    status: 200,
    body: { recipient_id: body.recipient.id, message_id: "m_invented-message-of-the-page" },
  }),
  fail: (call, kind) => {
    const { status, code, subcode, message } = failures[kind];
    const { body, headers } = call;
    const sent = `${body?.recipient?.id} ${body?.message?.text} ${headers.authorization}`;
    const error = {
      message: `(#${code}) ${message} ${sent}`,
      type: "OAuthException",
      code,
      ...(subcode === undefined ? {} : { error_subcode: subcode }),
      fbtrace_id: "AinventedTraceOfTheTests",
    };
    return { status, body: { error } };
  },
};

interface Failure {
  readonly status: number;
  readonly code: number;
  readonly subcode?: number;
  readonly message: string;
}

/** https://developers.facebook.com/docs/messenger-platform/error-codes */
const failures: Readonly<Record<PlatformFailure, Failure>> = {
  limited: { status: 400, code: 613, message: "Calls to this API have exceeded the rate limit." },
  broken: { status: 500, code: 2, message: "An unexpected error has occurred." },
  refused: {
    status: 400,
    code: 551,
    subcode: 1545041,
    message: "This person isn't available right now.",
  },
  unauthorised: { status: 400, code: 190, subcode: 463, message: "The session has expired." },
};

function payloadOf(quickReply: Json): string {
  return String(quickReply?.payload);
}

function problemsOf({ method, path, headers, body }: PlatformCall): string[] {
  const { problems, check, onlyMembers, hasText } = createChecks();

  check(method === "POST", "method");
  check(path === `${basePath}/me/messages`, "path");
  check(
    tokens.some((token) => headers.authorization === `Bearer ${token}`),
    "authorization",
  );
  check(headers["content-type"] === "application/json", "content-type");

  onlyMembers(body, ["recipient", "messaging_type", "message"], "body");
  onlyMembers(body?.recipient, ["id"], "recipient");
  const person = body?.recipient?.id;
  check(typeof person === "string" && /^\d{1,20}$/.test(person), "recipient.id");
  check(body?.messaging_type === "RESPONSE", "messaging_type");
  onlyMembers(body?.message, ["text", "quick_replies"], "message");
  hasText(body?.message?.text, 2000, "message.text");

  const quickReplies = body?.message?.quick_replies;
  if (quickReplies === undefined) return problems;
  const replies: Json[] = Array.isArray(quickReplies) ? quickReplies : [];
  check(replies.length >= 1 && replies.length <= 13, "number of quick replies");
  for (const reply of replies) {
    onlyMembers(reply, ["content_type", "title", "payload"], "quick_reply");
    check(reply?.content_type === "text", "quick_reply.content_type");
    hasText(reply?.title, 20, "quick_reply.title");
    hasText(reply?.payload, 1000, "quick_reply.payload");
  }
  return problems;
}
