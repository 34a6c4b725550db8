// A request as API Gateway hands it to the function (payload 2.0).
// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
import type { APIGatewayProxyEventV2 } from "aws-lambda";

export interface HttpRequest {
  readonly method: string;
  /** The path, and the query if there is one. */
  readonly target: string;
  /** Names in lower case, cookies not among them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  readonly body?: string | Buffer;
}

export function apiEvent(request: HttpRequest): APIGatewayProxyEventV2 {
  const { method, target, headers, cookies = [], body = "" } = request;
  const [path, query] = splitOnce(target, "?");
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  const text = bytes.toString("utf8");
  const isText = Buffer.from(text, "utf8").equals(bytes);
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: path,
    rawQueryString: query,
    headers,
    ...(cookies.length > 0 ? { cookies: [...cookies] } : {}),
    requestContext: {
      accountId: "000000000000",
      apiId: "local",
      domainName: headers.host ?? "localhost",
      domainPrefix: "local",
      http: {
        method,
        path,
        protocol: "HTTP/1.1",
        sourceIp: "127.0.0.1",
        userAgent: headers["user-agent"] ?? "",
      },
      requestId: "local",
      routeKey: "$default",
      stage: "$default",
      time: new Date().toISOString(),
      timeEpoch: Date.now(),
    },
    ...(bytes.length > 0 ? { body: isText ? text : bytes.toString("base64") } : {}),
    isBase64Encoded: !isText,
  };
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
