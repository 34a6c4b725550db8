// The Lambda contract on a laptop: HTTP becomes an event of API Gateway, and its result HTTP.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2 } from "aws-lambda";
import { functionTimeoutS } from "../functions/webhook/counts/limits.ts";
import { codeOf } from "../functions/webhook/log-codes.ts";
import { apiEvent } from "./api-event.ts";

export interface LocalContext {
  getRemainingTimeInMillis(): number;
}

export type EventHandler = (
  event: APIGatewayProxyEventV2,
  context: LocalContext,
) => Promise<APIGatewayProxyResultV2>;

/** What API Gateway takes at most. */
const maxBodyBytes = 10 * 1024 * 1024;

/** Serves on the loopback addresses only. */
export async function serveEvents(
  handler: EventHandler,
  port: number,
): Promise<{ port: number; close: () => Promise<void> }> {
  const answer = (request: IncomingMessage, response: ServerResponse) =>
    respond(request, response, handler).catch(() => response.destroy());
  const first = await listen(createServer(answer), port, "127.0.0.1");
  const taken = (first.address() as AddressInfo).port;
  const servers = [first];
  const close = async () => void (await Promise.all(servers.map(closeServer)));
  try {
    // Many programs take "localhost" for the IPv6 address: another's there would be asked for us.
    servers.push(await listen(createServer(answer), taken, "::1"));
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (!withoutIpv6.includes(code)) {
      await close();
      if (port === 0 && code === "EADDRINUSE") return serveEvents(handler, port);
      throw error;
    }
  }
  return { port: taken, close };
}

/** What a machine that has no IPv6 says. */
const withoutIpv6 = ["EADDRNOTAVAIL", "EAFNOSUPPORT"];

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

function listen(server: Server, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve(server));
  });
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  handler: EventHandler,
): Promise<void> {
  const body = await readBody(request);
  if (!body) {
    response.writeHead(413).end();
    return;
  }
  const endsAt = Date.now() + functionTimeoutS * 1000;
  try {
    const result = await handler(eventOf(request, body), {
      getRemainingTimeInMillis: () => endsAt - Date.now(),
    });
    writeResult(response, result);
  } catch (error) {
    process.stderr.write(
      `A request could not be answered (${codeOf(error)}). What the error says is not shown, for it may quote what a person wrote.\n`,
    );
    response.writeHead(502).end();
  }
}

/** `undefined` for a body that is too long; it is read to its end, or nobody would hear our no. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= maxBodyBytes) chunks.push(chunk);
  }
  return length <= maxBodyBytes ? Buffer.concat(chunks) : undefined;
}

function eventOf(request: IncomingMessage, body: Buffer): APIGatewayProxyEventV2 {
  const headers: Record<string, string> = {};
  const cookies: string[] = [];
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    if (name === "cookie") cookies.push(...(values ?? []).flatMap((value) => value.split("; ")));
    else headers[name] = (values ?? []).join(",");
  }
  const { method = "GET", url: target = "/" } = request;
  return apiEvent({ method, target, headers, cookies, body });
}

/** A result without a status is the body itself, as JSON. */
function writeResult(response: ServerResponse, result: APIGatewayProxyResultV2): void {
  if (typeof result === "string" || result.statusCode === undefined) {
    const text = typeof result === "string" ? result : JSON.stringify(result);
    response.writeHead(200, { "content-type": "application/json" }).end(text);
    return;
  }
  const headers = Object.entries(result.headers ?? {}).map(([name, value]) => [
    name,
    String(value),
  ]);
  response.writeHead(result.statusCode, {
    ...Object.fromEntries(headers),
    ...(result.cookies ? { "set-cookie": result.cookies } : {}),
  });
  response.end(Buffer.from(result.body ?? "", result.isBase64Encoded ? "base64" : "utf8"));
}
