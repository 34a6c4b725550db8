// The shapes of HTTP on Lambda: what API Gateway hands over and takes back (payload version 2.0).
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { WebhookRequest, WebhookResponse } from "./channels/channel.ts";

export interface HttpRequest extends WebhookRequest {
  readonly path: string;
  /** The host that the person asked for. */
  readonly host: string;
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html */
export function readEvent(event: APIGatewayProxyEventV2): HttpRequest {
  const headers: Record<string, string | undefined> = Object.create(null);
  for (const [givenName, value] of Object.entries(event.headers ?? {})) {
    const name = givenName.toLowerCase();
    // Given twice, a header means neither: a signature of that form fits nothing.
    headers[name] = name in headers ? `${headers[name]},${value}` : value;
  }
  return {
    method: event.requestContext?.http?.method ?? "",
    path: event.rawPath ?? "",
    query: new URLSearchParams(event.rawQueryString ?? ""),
    rawQuery: event.rawQueryString ?? "",
    headers,
    host: event.requestContext?.domainName ?? headers.host ?? "",
    body: Buffer.from(event.body ?? "", event.isBase64Encoded ? "base64" : "utf8"),
  };
}

export function writeResult({
  status,
  headers,
  body = "",
}: WebhookResponse): APIGatewayProxyStructuredResultV2 {
  const isText = typeof body === "string";
  return {
    statusCode: status,
    headers: { "cache-control": "no-store", ...headers },
    body: isText ? body : body.toString("base64"),
    isBase64Encoded: !isText,
  };
}
