// Stands in for a platform's API on a real port: records every call, checks it, may fail on demand.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A call as it arrived. */
export interface PlatformCall {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Json;
}

// biome-ignore lint/suspicious/noExplicitAny: what a stranger sent
export type Json = any;

export interface PlatformAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, a text as it is. */
  readonly body: unknown;
}

/** What a platform documents of its API, as far as a bot calls it. */
export interface PlatformRules {
  /** What is added to the server's address to make the channel's `*_API_URL`. */
  readonly basePath: string;
  /** Every way in which a call breaks the platform's documented rules; none if it keeps them. */
  problemsOf(call: PlatformCall): string[];
  /** True of a call that shows something to a person, false of a read mark and the like. */
  isMessage(call: PlatformCall): boolean;
  /** Whom a message is for. */
  recipientOf(call: PlatformCall): string;
  /** The words of a message. */
  textOf(call: PlatformCall): string;
  /** The payloads of the buttons, rows or quick replies beneath a message, in order. */
  payloadsOf(call: PlatformCall): string[];
  /** The platform's answer to a call that it takes. */
  accept(call: PlatformCall): PlatformAnswer;
  /**
   * The platform's own error, as it writes them: `limited` asks to come again later, `broken` is an
   * error of the platform's own, `refused` is final for this message, `unauthorised` is about the
   * token. It may repeat what was sent: nothing of it may reach a log.
   */
  fail(call: PlatformCall, kind: PlatformFailure): PlatformAnswer;
}

export const platformFailures = ["limited", "broken", "refused", "unauthorised"] as const;
export type PlatformFailure = (typeof platformFailures)[number];

/** What becomes of a call instead of success. */
export type PlatformFault =
  | PlatformFailure
  | { readonly answer: PlatformAnswer }
  /** Success, but not before then. */
  | { readonly until: Promise<void> }
  /** The connection ends without an answer. */
  | "reset"
  /** No answer ever comes. */
  | "silent";

/** A call, with what it means to a person; empty of a read mark and the like. */
export interface ReadCall extends PlatformCall {
  readonly to: string;
  readonly text: string;
  readonly payloads: readonly string[];
  /** What the call shows to be let in, where that is a bearer token. */
  readonly token: string;
}

export interface FakePlatform {
  /** As the channel's `*_API_URL`. */
  readonly url: string;
  /** Every call, in order, refused ones included. */
  readonly calls: ReadCall[];
  /** Those that show something to a person. */
  messages(): ReadCall[];
  /** What was wrong with calls; empty if the bot keeps to the platform's rules. */
  readonly problems: string[];
  /** Asked before each call is accepted; may be replaced. */
  faultFor: (call: ReadCall) => PlatformFault | undefined;
  stop(): Promise<void>;
}

export async function startFakePlatform(rules: PlatformRules): Promise<FakePlatform> {
  const server = createServer((request, response) => {
    void answer(request, response);
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = readMeaning(await readCall(request), rules);
    fake.calls.push(call);
    const problems = rules.problemsOf(call);
    fake.problems.push(...problems);
    const fault = fake.faultFor(call);
    if (fault === "silent") return;
    if (fault === "reset") return void response.destroy();
    if (typeof fault === "string") return write(response, rules.fail(call, fault));
    if (fault && "answer" in fault) return write(response, fault.answer);
    if (fault) await fault.until;
    write(response, problems.length > 0 ? rules.fail(call, "refused") : rules.accept(call));
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const fake: FakePlatform = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${rules.basePath}`,
    calls: [],
    messages: () => fake.calls.filter((call) => rules.isMessage(call)),
    problems: [],
    faultFor: () => undefined,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return fake;
}

async function readCall(request: IncomingMessage): Promise<PlatformCall> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks).toString("utf8");
  return {
    method: request.method ?? "",
    path: request.url ?? "",
    headers: request.headers as Record<string, string | undefined>,
    body: bytes === "" ? undefined : JSON.parse(bytes),
  };
}

function readMeaning(call: PlatformCall, rules: PlatformRules): ReadCall {
  const token = (call.headers.authorization ?? "").replace(/^Bearer /, "");
  if (!rules.isMessage(call)) return { ...call, token, to: "", text: "", payloads: [] };
  return {
    ...call,
    token,
    to: rules.recipientOf(call),
    text: rules.textOf(call),
    payloads: rules.payloadsOf(call),
  };
}

function write(response: ServerResponse, { status, headers = {}, body }: PlatformAnswer): void {
  const isText = typeof body === "string";
  const type = isText ? "text/html" : "application/json";
  response.writeHead(status, { "content-type": type, ...headers });
  response.end(isText ? body : JSON.stringify(body));
}
