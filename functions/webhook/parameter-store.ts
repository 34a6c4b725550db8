// Reads a parameter of AWS Systems Manager with what DynamoDB's client brings: keys, signer, sockets.
//
// Systems Manager's own client is 78 KB, which every cold start would read for this one call.
import { setTimeout as pause } from "node:timers/promises";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";

/** As much of Systems Manager's client as reads a parameter. */
export interface ParameterStore {
  send(
    command: { readonly input: GetParameter },
    options: { readonly abortSignal: AbortSignal },
  ): Promise<GotParameter>;
}

interface GetParameter {
  readonly Name: string;
  readonly WithDecryption: boolean;
}

interface GotParameter {
  readonly Parameter?: { readonly Value?: string };
}

/** Before a failure is tried again, once. */
const pauseMs = 100;

/**
 * It has a client of its own: a client's signer goes on signing for the service that it first signed
 * for. AWS_ENDPOINT_URL_SSM leads it to another address, as it would lead the SDK.
 */
export function createParameterStore(
  { config }: Pick<DynamoDBClient, "config"> = new DynamoDBClient(),
  environment: NodeJS.ProcessEnv = process.env,
): ParameterStore {
  return {
    async send({ input }, { abortSignal }) {
      try {
        return await ask(input, abortSignal);
      } catch (error) {
        if (abortSignal.aborted || !mayPass(error)) throw error;
      }
      await pause(pauseMs, undefined, { signal: abortSignal });
      return ask(input, abortSignal);
    },
  };

  async function ask(input: GetParameter, abortSignal: AbortSignal): Promise<GotParameter> {
    const region = await config.region();
    const scope = { name: "sigv4", signingName: "ssm", signingRegion: region, properties: {} };
    const signer = await config.signer(scope);
    const request = await signer.sign(requestFor(input, await addressIn(region)));
    const { response } = await config.requestHandler.handle(request, { abortSignal });
    const answer = await readAnswer(response.body);
    if (response.statusCode !== 200) throw refusal(response.statusCode, answer);
    return answer;
  }

  async function addressIn(Region: string): Promise<URL> {
    const named = environment.AWS_ENDPOINT_URL_SSM || environment.AWS_ENDPOINT_URL;
    if (named) return new URL(named);
    const UseFIPS = await config.useFipsEndpoint();
    const UseDualStack = await config.useDualstackEndpoint();
    const { url } = config.endpointProvider({ Region, UseFIPS, UseDualStack });
    // Whatever the part of AWS, both services are named alike.
    return new URL(url.href.replace("//dynamodb", "//ssm"));
  }
}

function requestFor(input: GetParameter, { protocol, host, hostname, port }: URL) {
  const body = JSON.stringify(input);
  return {
    method: "POST",
    protocol,
    hostname,
    ...(port ? { port: Number(port) } : {}),
    path: "/",
    query: {},
    headers: {
      host,
      "content-type": "application/x-amz-json-1.1",
      "content-length": String(Buffer.byteLength(body)),
      "x-amz-target": "AmazonSSM.GetParameter",
    },
    body,
  };
}

async function readAnswer(
  body: AsyncIterable<Buffer>,
): Promise<GotParameter & { __type?: string }> {
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk);
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    // The parser's own error quotes what it could not read.
    return {};
  }
}

/** An error of the name that AWS gives it, `ParameterNotFound` say, and of no other word of AWS's. */
function refusal(status: number, { __type = "" }: { readonly __type?: string }): Error {
  const name = /(\w+)(:.*)?$/.exec(__type)?.[1] ?? "Error";
  const error = new Error(`The settings parameter can't be read: AWS answered ${status} (${name})`);
  return Object.assign(error, { name, status });
}

/** Of a failure on the way, or within AWS, or of being asked too often; a refusal stays one. */
function mayPass(error: unknown): boolean {
  const { name, status = 500 } = error as { name: string; status?: number };
  return status >= 500 || status === 429 || /Throttl|LimitExceeded/.test(name);
}
