// What requests take, measured: the real handler and store, with nothing but AWS stood in for.
import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { BotData } from "../../functions/webhook/bot-data.ts";
import type { ChannelName } from "../../functions/webhook/channels/names.ts";
import { createDynamoStore } from "../../functions/webhook/counts/dynamo.ts";
import type { Fetch } from "../../functions/webhook/deliver.ts";
import { createHandler } from "../../functions/webhook/handler.ts";
import { createLog } from "../../functions/webhook/log.ts";
import { settingsFromEnvironment } from "../../functions/webhook/settings-source.ts";
import { stackName } from "../../lib/names.ts";
import { trialValues } from "../trial/values.ts";
import { callBytes, responseBytes } from "./platform-bytes.ts";
import { openRecordingDatabase, type StoredItems } from "./recording-database.ts";
import {
  askOver,
  eventOf,
  pageView,
  receiptOver,
  type SampleRequest,
  sampleQuestions,
} from "./sample.ts";

/** What one request takes, on average. */
export interface RequestUse {
  readonly requestBytes: number;
  readonly writeUnits: number;
  /** Calls to the store that it waits for. */
  readonly storeCalls: number;
  /** Calls to the platform that it waits for; not those made while the store is asked. */
  readonly platformCalls: number;
  /** Of the log's own lines. */
  readonly logBytes: number;
  /** To the internet: the response, and all calls to the platform. */
  readonly outBytes: number;
}

export interface Measurement {
  readonly questions: number;
  readonly message: RequestUse;
  /** A delivery that asks for no reply; the chat page gets none. */
  readonly receipt?: RequestUse;
  readonly pageView: RequestUse;
  /** What a cold start logs. */
  readonly startLogBytes: number;
  readonly events: StoredItems;
  readonly counts: StoredItems;
}

const countsTable = "counts";
const eventsTable = "events";

/** @throws Error if a request of the sample isn't answered as it should be */
export async function measure(data: BotData, channel: ChannelName): Promise<Measurement> {
  const values = trialValues({});
  const database = openRecordingDatabase();
  let logBytes = 0;
  let outBytes = 0;
  let platformCalls = 0;
  let callsBefore = 0;

  const log = createLog(data.build, {
    write: (line) => {
      logBytes += Buffer.byteLength(line);
    },
    metricsNamespace: stackName(),
  });
  const fetch: Fetch = async (url, init) => {
    outBytes += callBytes(String(url), Object(init?.headers), String(init?.body ?? ""));
    if (database.calls() > callsBefore) platformCalls += 1;
    return new Response("{}");
  };
  const handler = createHandler({
    data,
    store: createDynamoStore({ client: database.client, countsTable, eventsTable }),
    settings: settingsFromEnvironment(values),
    fetch,
    log,
  });

  /** Requests one after another, each made when it is its turn: some channels sign the time. */
  async function average(makers: readonly (() => SampleRequest)[]): Promise<RequestUse> {
    const before = { units: database.units(), calls: database.calls() };
    let requestBytes = 0;
    [logBytes, outBytes, platformCalls] = [0, 0, 0];
    for (const make of makers) {
      await nextMillisecond();
      const request = make();
      requestBytes += Buffer.byteLength(request.body);
      callsBefore = database.calls();
      const result = await handler(eventOf(request));
      outBytes += sizeOf(result, request);
    }
    const each = (total: number) => total / makers.length;
    return {
      requestBytes: each(requestBytes),
      writeUnits: each(database.units() - before.units),
      storeCalls: each(database.calls() - before.calls),
      platformCalls: each(platformCalls),
      logBytes: each(logBytes),
      outBytes: each(outBytes),
    };
  }

  log({ level: "info", event: "start", ms: 402 });
  const startLogBytes = logBytes;
  const questions = sampleQuestions(data.faq);
  const message = await average(questions.map((one) => () => askOver(channel, one, values)));
  const events = database.stored(eventsTable);
  if (events.items !== questions.length) {
    throw new Error(`Of ${questions.length} messages, ${events.items} were counted`);
  }
  const receipt =
    channel === "web" ? undefined : await average([() => receiptOver(channel, values)]);
  return {
    questions: questions.length,
    message,
    ...(receipt && { receipt }),
    pageView: await average([pageView]),
    startLogBytes,
    events,
    counts: database.stored(countsTable),
  };
}

function sizeOf(result: APIGatewayProxyStructuredResultV2, { path }: SampleRequest): number {
  const { statusCode = 0, headers = {}, body = "", isBase64Encoded = false } = result;
  if (statusCode < 200 || statusCode > 299) throw new Error(`${path} answered ${statusCode}`);
  return responseBytes(headers, Buffer.from(body, isBase64Encoded ? "base64" : "utf8"));
}

/** Some of the deliveries are told apart by the millisecond in which they were made. */
async function nextMillisecond(): Promise<void> {
  const from = Date.now();
  while (Date.now() === from) await new Promise(setImmediate);
}
