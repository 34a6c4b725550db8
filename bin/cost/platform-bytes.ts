// Bytes that AWS and Node add to each request beside the function's own: lines of logs, headers.
import { functionMemoryMb } from "../../lib/function-size.ts";

const requestId = "3f2b8c1d-5a6e-4f70-9b1c-2d3e4f5a6b7c";
const runtimeArn = `arn:aws:lambda:us-east-1::runtime:${"0".repeat(64)}`;

/** https://docs.aws.amazon.com/lambda/latest/dg/nodejs-logging.html */
const invocationLines = [
  `START RequestId: ${requestId} Version: 12`,
  `END RequestId: ${requestId}`,
  `REPORT RequestId: ${requestId}\tDuration: 295.12 ms\tBilled Duration: 296 ms\tMemory Size: ${functionMemoryMb} MB\tMax Memory Used: 104 MB\t`,
];

const coldStartLines = [
  `INIT_START Runtime Version: nodejs:24.v18\tRuntime Version ARN: ${runtimeArn}`,
  "Init Duration: 402.11 ms\t",
];

/** What the HTTP API writes of a request; a test holds its fields to those of the stack. */
export const accessLogSample = {
  requestId: "JKJaXmPLvHcESHA=",
  routeKey: "POST /webhooks/messenger",
  status: "200",
  responseLatency: "301",
  integrationStatus: "200",
};

export const accessLogBytes = lineBytes([JSON.stringify(accessLogSample)]);
export const invocationLogBytes = lineBytes(invocationLines);
export const coldStartLogBytes = lineBytes(coldStartLines);

function lineBytes(lines: readonly string[]): number {
  return Buffer.byteLength(lines.map((line) => `${line}\n`).join(""));
}

const responseStart = [
  "HTTP/1.1 200 OK",
  "date: Fri, 27 Nov 2026 03:15:00 GMT",
  "content-length: 1234",
  "connection: keep-alive",
  "apigw-requestid: JKJaXmPLvHcESHA=",
];

/** As `fetch` of Node sends them by itself. */
const callHeaders = [
  "connection: keep-alive",
  "accept: */*",
  "accept-language: *",
  "sec-fetch-mode: cors",
  "user-agent: node",
  "accept-encoding: gzip, deflate",
  "content-length: 1234",
];

type Headers = Readonly<Record<string, unknown>>;

/** A response as it leaves for the internet, without what TLS adds. */
export function responseBytes(headers: Headers, body: Uint8Array): number {
  return messageBytes(responseStart, headers) + body.length;
}

/** A call to a platform, likewise. */
export function callBytes(url: string, headers: Headers, body: string): number {
  const { host, pathname } = new URL(url);
  const start = [`POST ${pathname} HTTP/1.1`, `host: ${host}`, ...callHeaders];
  return messageBytes(start, headers) + Buffer.byteLength(body);
}

function messageBytes(start: readonly string[], headers: Headers): number {
  const given = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return Buffer.byteLength([...start, ...given, "", ""].join("\r\n"));
}
