// Our reading of a parameter beside that of AWS's own client, which it stands in for.
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { GetParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createParameterStore } from "../functions/webhook/parameter-store.ts";

const input = { Name: "/jelas/settings", WithDecryption: true };
const aws = {
  region: "ap-southeast-1",
  credentials: { accessKeyId: "key", secretAccessKey: "secret", sessionToken: "session" },
};
const signal = (ms = 5000) => ({ abortSignal: AbortSignal.timeout(ms) });

type Reply = [status: number, body: string] | "silence" | "hang up";

let server: Server;
let endpoint: string;
let replies: Reply[];
let seen: { path: string | undefined; headers: IncomingHttpHeaders; body: string }[];

const found: Reply = [200, JSON.stringify({ Parameter: { Name: input.Name, Value: "{}" } })];
const refused = (type: string, status = 400): Reply => [status, JSON.stringify({ __type: type })];

beforeEach(async () => {
  seen = [];
  replies = [];
  server = createServer(async (request, response) => {
    const { url: path, headers } = request;
    seen.push({ path, headers, body: await text(request) });
    const reply = replies.shift() ?? found;
    if (reply === "hang up") response.destroy();
    else if (reply !== "silence") response.writeHead(reply[0]).end(reply[1]);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  vi.useRealTimers();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const store = (environment: NodeJS.ProcessEnv = { AWS_ENDPOINT_URL_SSM: endpoint }) =>
  createParameterStore(new DynamoDBClient(aws), environment);

/** The name of the error, and its code where it comes from the system. */
async function failure(reading: Promise<unknown>): Promise<string> {
  const error = await reading.then(
    () => ({ name: "none" }),
    (reason: Error & { code?: string }) => reason,
  );
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}

it("asks with the same body, signed in the same way, as AWS's own client", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 10, 23, 5) });
  const theirs = new SSMClient({ ...aws, endpoint });
  // What they say of themselves and of their attempts is signed too.
  type Args = { readonly request: { readonly headers: Record<string, string> } };
  const tellLess = (next: (args: Args) => unknown) => (args: Args) => {
    const { headers } = args.request;
    for (const name of Object.keys(headers)) {
      if (/^amz-sdk-|user-agent$/.test(name)) delete headers[name];
    }
    return next(args);
  };
  theirs.middlewareStack.addRelativeTo(tellLess as never, {
    relation: "before",
    toMiddleware: "httpSigningMiddleware",
    name: "tellLess",
  });
  const answers = [
    (await theirs.send(new GetParameterCommand(input))).Parameter?.Value,
    (await store().send({ input }, signal())).Parameter?.Value,
  ];
  expect(answers).toEqual(["{}", "{}"]);
  const [their, our] = seen;
  expect(our?.headers.authorization).toMatch(/^AWS4-HMAC-SHA256 Credential=key\/20261123\//);
  expect(our).toEqual(their);
});

describe("the address", () => {
  /** Where a client would send the request to. */
  async function addressOf(options: DynamoDBClientConfig, environment: NodeJS.ProcessEnv = {}) {
    let address = "";
    const requestHandler = {
      metadata: { handlerProtocol: "http/1.1" },
      async handle({ protocol, hostname, path }: Record<string, string>) {
        address = `${protocol}//${hostname}${path}`;
        return { response: { statusCode: 200, headers: {}, body: Readable.from([found[1]]) } };
      },
    };
    const client = new DynamoDBClient({ ...aws, ...options, requestHandler } as never);
    await createParameterStore(client, environment).send({ input }, signal());
    return address;
  }

  const regions = ["us-east-1", "ap-southeast-1", "cn-north-1", "us-gov-west-1", "us-iso-east-1"];
  const kinds = regions.flatMap((region) =>
    [false, true].flatMap((fips) => [false, true].map((dual) => [region, fips, dual] as const)),
  );

  it.each(kinds)("in %s, by FIPS %s, dual stack %s, is AWS's", async (region, fips, dual) => {
    const theirs = new SSMClient({ ...aws, region });
    const params = { Region: region, UseFIPS: fips, UseDualStack: dual };
    let expected: string;
    try {
      expected = theirs.config.endpointProvider(params).url.href;
    } catch {
      return; // There is none such.
    }
    const options = { region, useFipsEndpoint: fips, useDualstackEndpoint: dual };
    expect(await addressOf(options)).toBe(expected);
  });

  it("may be another, for Systems Manager or for all of AWS", async () => {
    const [AWS_ENDPOINT_URL_SSM, AWS_ENDPOINT_URL] = ["http://ssm.test:1", "http://aws.test:2"];
    expect(await addressOf({}, { AWS_ENDPOINT_URL })).toBe("http://aws.test/");
    const both = { AWS_ENDPOINT_URL_SSM, AWS_ENDPOINT_URL };
    expect(await addressOf({}, both)).toBe("http://ssm.test/");
  });
});

describe("when AWS falters", () => {
  it.each<[string, Reply]>([
    ["fails", refused("InternalServerError", 500)],
    ["fails without a word", [503, "<html>"]],
    ["is asked too often", refused("ThrottlingException")],
    ["hangs up", "hang up"],
  ])("asks once more where it %s", async (_, reply) => {
    replies = [reply];
    expect((await store().send({ input }, signal())).Parameter?.Value).toBe("{}");
    expect(seen).toHaveLength(2);
  });

  it.each<[Reply, string]>([
    [refused("InternalServerError", 500), "InternalServerError"],
    [refused("com.amazonaws.ssm#ThrottlingException"), "ThrottlingException"],
    ["hang up", "ECONNRESET"],
  ])("gives up after that (%j)", async (reply, name) => {
    replies = [reply, reply, reply];
    expect(await failure(store().send({ input }, signal()))).toBe(name);
    expect(seen).toHaveLength(2);
  });

  it.each([
    ["ParameterNotFound", "ParameterNotFound"],
    ["com.amazonaws.ssm#AccessDeniedException", "AccessDeniedException"],
    ["ParameterNotFound:http://internal.amazon.com/coral/", "ParameterNotFound"],
  ])("takes %s for an answer, by its name", async (type, name) => {
    replies = [refused(type)];
    expect(await failure(store().send({ input }, signal()))).toBe(name);
    expect(seen).toHaveLength(1);
  });

  it("names the code where nobody listens", async () => {
    const nowhere = store({ AWS_ENDPOINT_URL_SSM: "http://127.0.0.1:1" });
    expect(await failure(nowhere.send({ input }, signal()))).toBe("ECONNREFUSED");
  });

  it("waits no longer than it is told to", async () => {
    replies = ["silence"];
    expect(await failure(store().send({ input }, signal(50)))).toBe("AbortError");
    expect(seen).toHaveLength(1);
  });

  it("never quotes what AWS says", async () => {
    replies = [
      [400, '{"__type":"Invalid","message":"canary"}'],
      [400, '{"canary'],
      [200, "canary"],
    ];
    for (let count = replies.length; count > 0; count--) {
      const reading = store().send({ input }, signal());
      const said = await reading.then(JSON.stringify, (error: Error) => `${error}${error.stack}`);
      expect(said).not.toContain("canary");
    }
  });
});
