// What WhatsApp's Cloud API takes and how it answers.
// https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages
import { createChecks } from "./checks.ts";
import type { Json, PlatformCall, PlatformFailure, PlatformRules } from "./platform.ts";

const basePath = "/v26.0";
const phoneNumberId = "100000000000001";
const tokens = ["access-token", "new-token"];

export const whatsappApi: PlatformRules = {
  basePath,
  problemsOf: ({ method, path, headers, body }: PlatformCall) => [
    ...(method === "POST" ? [] : ["method"]),
    ...(path === `${basePath}/${phoneNumberId}/messages` ? [] : ["path"]),
    ...(tokens.some((token) => headers.authorization === `Bearer ${token}`)
      ? []
      : ["authorization"]),
    ...(headers["content-type"] === "application/json" ? [] : ["content-type"]),
    ...(isReadMark(body) ? problemsOfReadMark(body) : problemsOfMessage(body)),
  ],
  isMessage: ({ body }) => !isReadMark(body),
  recipientOf,
  textOf: ({ body }) => String(body?.text?.body ?? body?.interactive?.body?.text),
  payloadsOf: ({ body }) => {
    const { buttons = [], sections = [] } = body?.interactive?.action ?? {};
    const rows: Json[] = sections.flatMap((section: Json) => section.rows);
    return [...buttons.map(({ reply }: Json) => reply.id), ...rows.map(({ id }) => id)];
  },
  accept: (call) => ({ status: 200, body: isReadMark(call.body) ? { success: true } : sent(call) }),
  fail: (call, kind) => {
    const { status, code, message } = failures[kind];
    const details = `${recipientOf(call)} ${call.headers.authorization}`;
    const error = {
      message: `(#${code}) ${message}`,
      type: "OAuthException",
      code,
      error_data: { messaging_product: "whatsapp", details },
      fbtrace_id: "AinventedTraceOfTheTests",
    };
    return { status, body: { error } };
  },
};

interface Failure {
  readonly status: number;
  readonly code: number;
  readonly message: string;
}

/** https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes */
const failures: Readonly<Record<PlatformFailure, Failure>> = {
  limited: { status: 400, code: 131056, message: "Pair rate limit hit" },
  broken: { status: 500, code: 131000, message: "Something went wrong" },
  refused: { status: 400, code: 131026, message: "Message undeliverable" },
  unauthorised: { status: 401, code: 190, message: "Access token has expired" },
};

function recipientOf({ body }: PlatformCall): string {
  return String(body?.to ?? body?.recipient);
}

function sent(call: PlatformCall): object {
  const to = recipientOf(call);
  return {
    messaging_product: "whatsapp",
    contacts: [{ input: to, wa_id: to }],
    messages: [{ id: `wamid.${Buffer.from(`${to} invented`).toString("base64")}` }],
  };
}

function isReadMark(body: Json): boolean {
  return body?.status !== undefined;
}

/** https://developers.facebook.com/docs/whatsapp/cloud-api/typing-indicators */
function problemsOfReadMark(body: Json): string[] {
  const { problems, check, onlyMembers, hasText } = createChecks();
  onlyMembers(body, ["messaging_product", "status", "message_id", "typing_indicator"], "body");
  check(body.messaging_product === "whatsapp", "messaging_product");
  check(body.status === "read", "status");
  hasText(body.message_id, 256, "message_id");
  if (body.typing_indicator !== undefined) {
    onlyMembers(body.typing_indicator, ["type"], "typing_indicator");
    check(body.typing_indicator?.type === "text", "typing_indicator.type");
  }
  return problems;
}

/** Every way in which the body of a message breaks the platform's rules. */
function problemsOfMessage(body: Json): string[] {
  const { problems, check, onlyMembers, hasText, areDistinct } = createChecks();

  const addresses = ["to", "recipient"].filter((name) => body?.[name] !== undefined);
  onlyMembers(body, ["messaging_product", "type", "text", "interactive", ...addresses], "body");
  check(body?.messaging_product === "whatsapp", "messaging_product");
  check(addresses.length === 1, "either to or recipient");
  check(body?.to === undefined || /^\+?\d{7,15}$/.test(body.to), "to");
  check(
    body?.recipient === undefined || /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/.test(body.recipient),
    "recipient",
  );
  const kinds = ["text", "interactive"].filter((name) => body?.[name] !== undefined);
  check(kinds.length === 1 && kinds[0] === body?.type, "type");

  if (body?.type === "text") {
    onlyMembers(body.text, ["body", "preview_url"], "text");
    hasText(body.text?.body, 4096, "text.body");
  }
  if (body?.type === "interactive") {
    const { interactive } = body;
    onlyMembers(interactive, ["type", "body", "action"], "interactive");
    onlyMembers(interactive?.body, ["text"], "interactive.body");
    hasText(interactive?.body?.text, 1024, "interactive.body.text");
    if (interactive?.type === "button") checkButtons(interactive.action);
    else if (interactive?.type === "list") checkList(interactive.action);
    else check(false, "interactive.type");
  }
  return problems;

  function checkButtons(action: Json): void {
    onlyMembers(action, ["buttons"], "action");
    const buttons: Json[] = action?.buttons ?? [];
    check(buttons.length >= 1 && buttons.length <= 3, "number of buttons");
    for (const button of buttons) {
      onlyMembers(button, ["type", "reply"], "button");
      check(button.type === "reply", "button.type");
      onlyMembers(button.reply, ["id", "title"], "button.reply");
      hasText(button.reply?.id, 256, "button.reply.id");
      hasText(button.reply?.title, 20, "button.reply.title");
    }
    const replies = buttons.map(({ reply }) => reply);
    areDistinct(
      replies.map((reply) => reply?.id),
      "ids of buttons",
    );
    areDistinct(
      replies.map((reply) => reply?.title),
      "titles of buttons",
    );
  }

  function checkList(action: Json): void {
    onlyMembers(action, ["button", "sections"], "action");
    hasText(action?.button, 20, "action.button");
    const sections: Json[] = action?.sections ?? [];
    check(sections.length >= 1 && sections.length <= 10, "number of sections");
    for (const section of sections) {
      onlyMembers(section, ["title", "rows"], "section");
      check(section.rows?.length >= 1, "section without rows");
      // One section may do without a title; several must be told apart.
      if (sections.length > 1 || section.title !== undefined)
        hasText(section.title, 24, "section.title");
    }
    const rows: Json[] = sections.flatMap((section) => section.rows ?? []);
    check(rows.length <= 10, "number of rows");
    for (const row of rows) {
      onlyMembers(row, ["id", "title", "description"], "row");
      hasText(row.id, 200, "row.id");
      hasText(row.title, 24, "row.title");
      if (row.description !== undefined) hasText(row.description, 72, "row.description");
    }
    areDistinct(
      rows.map(({ id }) => id),
      "ids of rows",
    );
  }
}
