// Stands in for WhatsApp's Graph API: takes only what the platform's documentation allows.
// https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface GraphCall {
  readonly path: string;
  readonly token: string;
  readonly body: Json;
  /** Whom it is for: a phone number or a user id. */
  readonly to: string;
}

/** What becomes of a call instead of success. */
export type GraphFault =
  | { readonly kind: "error"; readonly status: number; readonly code?: number }
  | { readonly kind: "redirect"; readonly to: string }
  /** Success, but not before then. */
  | { readonly kind: "late"; readonly until: Promise<void> }
  /** The connection ends without an answer. */
  | { readonly kind: "reset" }
  /** No answer ever comes. */
  | { readonly kind: "silent" };

export interface FakeGraphApi {
  /** As `WHATSAPP_API_URL`. */
  readonly url: string;
  /** Every call, in order, refused ones included. */
  readonly calls: GraphCall[];
  /** What was wrong with calls; empty if the bot keeps to the platform's rules. */
  readonly problems: string[];
  /** Asked before each call is accepted; may be replaced. */
  faultFor: (call: GraphCall) => GraphFault | undefined;
  stop(): Promise<void>;
}

export async function startFakeGraphApi({
  phoneNumberId = "100000000000001",
  tokens = ["access-token"],
} = {}): Promise<FakeGraphApi> {
  const server = createServer((request, response) => {
    void answer(request, response);
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = await readCall(request);
    api.calls.push(call);
    const problems = [
      ...(request.method === "POST" ? [] : ["method"]),
      ...(call.path === `/v26.0/${phoneNumberId}/messages` ? [] : ["path"]),
      ...(request.headers["content-type"] === "application/json" ? [] : ["content-type"]),
      ...problemsOf(call.body),
    ];
    api.problems.push(...problems);
    const fault = api.faultFor(call);
    if (fault?.kind === "late") await fault.until;
    if (fault?.kind === "silent") return;
    if (fault?.kind === "reset") return void response.destroy();
    if (fault?.kind === "redirect")
      return void response.writeHead(307, { location: fault.to }).end();
    if (fault?.kind === "error") return refuse(response, call, fault.status, fault.code);
    if (!tokens.includes(call.token)) return refuse(response, call, 401, 190);
    if (problems.length > 0) return refuse(response, call, 400, 131009);
    const body = {
      messaging_product: "whatsapp",
      contacts: [{ input: call.to, wa_id: call.to }],
      messages: [
        { id: `wamid.${Buffer.from(`${call.to} ${api.calls.length}`).toString("base64")}` },
      ],
    };
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const api: FakeGraphApi = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v26.0`,
    calls: [],
    problems: [],
    faultFor: () => undefined,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return api;
}

async function readCall(request: IncomingMessage): Promise<GraphCall> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = JSON.parse(Buffer.concat(chunks).toString("utf8"));
  return {
    path: request.url ?? "",
    token: (request.headers.authorization ?? "").replace("Bearer ", ""),
    body,
    to: String(body.to ?? body.recipient),
  };
}

/** The platform's own errors repeat the recipient; those of a proxy in between have no code. */
function refuse(
  response: ServerResponse,
  { to, token }: GraphCall,
  status: number,
  code: number | undefined,
): void {
  const message = `(#${code}) as a stand-in says it, of ${to} and ${token}`;
  const error = { message, type: "OAuthException", code, error_data: { details: message } };
  response.writeHead(status, { "content-type": "application/json" });
  response.end(code === undefined ? `<html>${message}</html>` : JSON.stringify({ error }));
}

// biome-ignore lint/suspicious/noExplicitAny: what a stranger sent
type Json = any;

/** Every way in which the body of a message breaks the platform's rules. */
export function problemsOf(body: Json): string[] {
  const problems: string[] = [];
  const check = (isRight: boolean, what: string) => {
    if (!isRight) problems.push(what);
  };
  const onlyMembers = (value: Json, allowed: readonly string[], where: string) => {
    for (const name of Object.keys(value ?? {})) check(allowed.includes(name), `${where}.${name}`);
  };
  const hasText = (value: Json, max: number, where: string) =>
    check(typeof value === "string" && value.trim() !== "" && value.length <= max, where);

  const addresses = ["to", "recipient"].filter((name) => Object.hasOwn(body, name));
  onlyMembers(body, ["messaging_product", "type", "text", "interactive", ...addresses], "body");
  check(body.messaging_product === "whatsapp", "messaging_product");
  check(addresses.length === 1, "either to or recipient");
  check(body.to === undefined || /^\+?\d{7,15}$/.test(body.to), "to");
  check(
    body.recipient === undefined || /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/.test(body.recipient),
    "recipient",
  );
  check(body.type in { text: 0, interactive: 0 } && body[body.type] !== undefined, "type");

  if (body.type === "text") {
    onlyMembers(body.text, ["body", "preview_url"], "text");
    hasText(body.text?.body, 4096, "text.body");
  }
  if (body.type === "interactive") {
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
    const buttons: Json[] = action.buttons;
    check(buttons.length >= 1 && buttons.length <= 3, "number of buttons");
    for (const button of buttons) {
      onlyMembers(button, ["type", "reply"], "button");
      check(button.type === "reply", "button.type");
      onlyMembers(button.reply, ["id", "title"], "button.reply");
      hasText(button.reply?.id, 256, "button.reply.id");
      hasText(button.reply?.title, 20, "button.reply.title");
    }
    checkDistinct(
      buttons.map(({ reply }) => reply?.id),
      "ids of buttons",
    );
    checkDistinct(
      buttons.map(({ reply }) => reply?.title),
      "titles of buttons",
    );
  }

  function checkList(action: Json): void {
    onlyMembers(action, ["button", "sections"], "action");
    hasText(action.button, 20, "action.button");
    const sections: Json[] = action.sections;
    for (const section of sections) {
      onlyMembers(section, ["title", "rows"], "section");
      if (sections.length > 1 || section.title !== undefined)
        hasText(section.title, 24, "section.title");
    }
    const rows: Json[] = sections.flatMap((section) => section.rows);
    check(rows.length >= 1 && rows.length <= 10, "number of rows");
    for (const row of rows) {
      onlyMembers(row, ["id", "title", "description"], "row");
      hasText(row.id, 200, "row.id");
      hasText(row.title, 24, "row.title");
      if (row.description !== undefined) hasText(row.description, 72, "row.description");
    }
    checkDistinct(
      rows.map(({ id }) => id),
      "ids of rows",
    );
  }

  function checkDistinct(values: readonly Json[], where: string): void {
    check(new Set(values).size === values.length, where);
  }
}
