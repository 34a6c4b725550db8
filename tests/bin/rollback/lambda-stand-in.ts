// The three calls of AWS Lambda's API that a rollback makes, answered as AWS documents them.
// https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";

export interface LambdaStandIn {
  readonly endpoint: string;
  /** What `live` points to; absent where there is no such alias. */
  live: string | undefined;
  revision: number;
  /** Status and name of the error that every call gets. */
  refusal: readonly [number, string] | undefined;
  /** What is done once the alias has been read: somebody else's move, say. */
  onceRead: () => void;
  /** Method and path of each call. */
  readonly calls: string[];
  /** The body of each move. */
  readonly moves: unknown[];
}

const functionName = "Jelas-bot";
const pageLength = 3;

/** A function with this many versions, one a day from 2026-11-01, the last of them live. */
export async function startLambda(versions: number): Promise<LambdaStandIn> {
  const all = [
    { Version: "$LATEST", LastModified: "2026-11-27T09:00:00.000+0000", Description: "" },
    ...Array.from({ length: versions }, (_, at) => ({
      Version: String(at + 1),
      LastModified: `2026-11-${String(at + 1).padStart(2, "0")}T08:30:00.000+0000`,
      Description: `build b${at + 1}`,
    })),
  ];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "", "http://lambda");
    standIn.calls.push(`${request.method} ${url.pathname}`);
    const refuse = (status: number, name: string) =>
      response
        .writeHead(status, { "x-amzn-errortype": name, "content-type": "application/json" })
        .end(JSON.stringify({ Type: "User", Message: `${name} for arn:aws:lambda:…` }));
    if (standIn.refusal) return void refuse(...standIn.refusal);
    const [, , , name, kind, alias] = url.pathname.split("/");
    if (name !== functionName) return void refuse(404, "ResourceNotFoundException");
    const answer = (body: object) =>
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (kind === "versions") {
      const from = Number(url.searchParams.get("Marker") ?? 0);
      const next = from + pageLength;
      const more = next < all.length ? { NextMarker: String(next) } : {};
      return void answer({ Versions: all.slice(from, next), ...more });
    }
    if (alias !== "live" || standIn.live === undefined) {
      return void refuse(404, "ResourceNotFoundException");
    }
    if (request.method === "PUT") {
      const move = JSON.parse(await text(request));
      if (move.RevisionId !== String(standIn.revision)) {
        return void refuse(412, "PreconditionFailedException");
      }
      standIn.live = move.FunctionVersion;
      standIn.revision += 1;
      standIn.moves.push(move);
    }
    answer({ Name: alias, FunctionVersion: standIn.live, RevisionId: String(standIn.revision) });
    if (request.method === "GET") standIn.onceRead();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const standIn: LambdaStandIn = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    live: String(versions),
    revision: 1,
    refusal: undefined,
    onceRead: () => {},
    calls: [],
    moves: [],
  };
  return standIn;
}
