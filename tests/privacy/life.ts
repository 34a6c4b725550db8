// Many people write over all channels while everything fails: what the bot leaves behind is searched.
import { mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { METHODS, request } from "node:http";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { inspect } from "node:util";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { type LocalContext, serveEvents } from "../../bin/local-events.ts";
import { readBotData } from "../../functions/webhook/bot-data.ts";
import { openEmbeddedStore } from "../../functions/webhook/counts/embedded.ts";
import type { CountStore } from "../../functions/webhook/counts/store.ts";
import { createHandler, type Handler } from "../../functions/webhook/handler.ts";
import { inParallel } from "../../functions/webhook/in-parallel.ts";
import { createLog } from "../../functions/webhook/log.ts";
import { seededRandom } from "../../functions/webhook/training/random.ts";
import type { Fault } from "../counts/dynamo-stand-in.ts";
import { testNowMs } from "../handler-under-test.ts";
import { channelOf, deliveryOf, type Post } from "./deliveries.ts";
import { canariesOf, inRequests } from "./people.ts";
import { createPlatforms } from "./platforms.ts";
import { createSearch } from "./search.ts";
import { settingsInParameter } from "./settings-in-parameter.ts";
import { openTableStore } from "./table-store.ts";
import { createTally, type SeeingTally, type Tally } from "./tally.ts";
import { bugQuoting } from "./troubles.ts";

export interface LifeOptions {
  readonly messages: number;
  readonly seed: number;
  readonly store: "dynamo" | "embedded";
  /** Holds what the build makes of a FAQ. */
  readonly dataFolder: string;
  /** The files that this process's standard output and error go to. */
  readonly streams: { readonly stdout: string; readonly stderr: string };
  /** All folders that this process may find to write to. */
  readonly folders: readonly string[];
}

export interface LifeReport extends Tally {
  readonly requests: number;
  readonly canaries: number;
  readonly forms: number;
  /** How often each status was answered. */
  readonly statuses: Readonly<Record<number, number>>;
}

/** Requests that are under way at once. */
const concurrency = 48;
/** After how many messages the clock goes on by a second, and everything stored is looked at. */
const messagesPerSecond = 50;
const messagesPerLook = 500;
/** One request in so many comes over the network, as to `npm start`; the others as on Lambda. */
const overNetwork = 20;
/** One message in so many comes again. */
const redelivered = 8;

export async function live(options: LifeOptions): Promise<LifeReport> {
  const { messages, seed, store, dataFolder } = options;
  const random = seededRandom(seed);
  const search = createSearch(canariesOf(messages, channelOf));
  const tally = createTally(search);
  for (const event of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(event, (error) => tally.see("thrown", inspect(error, { depth: 9 })));
  }

  let begun = 0;
  const now = () => testNowMs + Math.floor(begun / messagesPerSecond) * 1000;
  // For a while, nothing of the store works.
  const isOutage = () => begun > messages * 0.5 && begun < messages * 0.55;
  const opened = await openStore(store, () => faultAt(random(), isOutage()), tally);
  const data = readBotData(dataFolder);
  // As on AWS, where the lines carry metrics. Among the digits of any other time there are, by
  // chance, six of somebody's number.
  const log = createLog(data.build, { metricsNamespace: "Jelas", now: () => 1_000_000_000_000 });
  log({ level: "info", event: "start", ms: performance.now() });
  const handler = createHandler({
    data,
    log,
    store: withBugs(opened.store, random),
    settings: settingsInParameter(now, random),
    fetch: createPlatforms(random, (sent) => tally.see("sent", sent)).fetch,
    now,
  });
  const server = await serveEvents(
    (event, context: LocalContext) => handler(event, context as never),
    0,
  );

  const statuses: Record<number, number> = {};
  let requests = 0;
  const deliver = async (post: Post) => {
    requests += 1;
    try {
      const answer =
        requests % overNetwork === 0 && isSendable(post)
          ? await askServer(server.port, post)
          : await askHandler(handler, post);
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      tally.see("answered", withoutAddress(answer.text));
    } catch (error) {
      tally.see("thrown", inspect(error, { depth: 9 }));
    }
  };

  await inParallel(Array.from({ length: messages }).fill(0), concurrency, async () => {
    const n = begun;
    begun += 1;
    if (n % messagesPerLook === 0) tally.see("stored", opened.look());
    const post = deliveryOf(n, now(), random);
    const copies = n % redelivered === 0 ? [post, post] : [post];
    await Promise.all(copies.map(deliver));
    if (n % (redelivered * 2) === 0) await deliver(post);
  });

  tally.see("stored", opened.look());
  await server.close();
  opened.close();
  searchWhatIsLeft(options, tally);
  return {
    ...tally.result(),
    requests,
    canaries: search.canaries,
    forms: search.forms,
    statuses,
  };
}

function searchWhatIsLeft({ streams, folders }: LifeOptions, { see }: SeeingTally): void {
  see("stdout", readFileSync(streams.stdout, "utf8"));
  see("stderr", readFileSync(streams.stderr, "utf8"));
  for (const folder of folders) {
    for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      const path = join(folder, name);
      see("files", statSync(path).isFile() ? `${name}\n${readFileSync(path, "utf8")}` : name);
    }
  }
}

interface OpenedStore {
  readonly store: CountStore;
  /** Everything that is kept by now. */
  look(): string;
  close(): void;
}

async function openStore(
  kind: LifeOptions["store"],
  faultFor: () => Fault | undefined,
  tally: SeeingTally,
): Promise<OpenedStore> {
  if (kind === "dynamo") {
    const { items, ...opened } = await openTableStore(faultFor, (body) =>
      tally.see("stored", body),
    );
    return { ...opened, look: items };
  }
  const directory = process.env.DATA_DIR ?? "";
  mkdirSync(directory, { recursive: true });
  const store = openEmbeddedStore({ directory });
  const look = () =>
    readdirSync(directory)
      .map((name) => readFileSync(join(directory, name), "utf8"))
      .join("\n");
  return { store, look, close: () => store.close() };
}

function faultAt(dice: number, isOutage: boolean): Fault | undefined {
  if (isOutage) return "failed";
  if (dice < 0.05) return "conflict";
  if (dice < 0.07) return "failed";
  if (dice < 0.09) return "applied-but-failed";
  if (dice < 0.1) return "throttled";
  return dice < 0.102 ? "silent" : undefined;
}

/** Now and then an operation ends in a bug, before it or after it. */
function withBugs(store: CountStore, random: () => number): CountStore {
  const around = async <Result>(given: object, operate: () => Promise<Result>): Promise<Result> => {
    const chance = random();
    const quoted = `${JSON.stringify(given)} ${inRequests.session} ${inRequests.conversation}`;
    if (chance < 0.01) throw bugQuoting(quoted, random);
    const result = await operate();
    if (chance < 0.02) throw bugQuoting(quoted, random);
    return result;
  };
  return {
    ...store,
    claimAndCount: (claim, address) =>
      around({ claim, address }, () => store.claimAndCount(claim, address)),
    markDone: (key, owner) => around({ key, owner }, () => store.markDone(key, owner)),
    release: (key, owner) => around({ key, owner }, () => store.release(key, owner)),
  };
}

/** Telegram's own id of a tap goes back to it, to end the button's wait. */
function withoutAddress(answer: string): string {
  return answer.replace(/"callback_query_id":"\d+"/, "");
}

interface Answer {
  readonly status: number;
  /** Status, headers and body. */
  readonly text: string;
}

async function askHandler(handler: Handler, post: Post): Promise<Answer> {
  const { method, headers, cookies, body } = post;
  const [rawPath = "", rawQueryString = ""] = post.target.split("?");
  const isText = Buffer.from(body.toString()).equals(body);
  const event = {
    version: "2.0",
    rawPath: decodeURIComponent(rawPath),
    rawQueryString,
    headers: { host: "bot.example.org", ...headers },
    cookies: [...cookies],
    requestContext: {
      domainName: "bot.example.org",
      http: {
        method,
        path: rawPath,
        protocol: "HTTP/1.1",
        sourceIp: inRequests.address,
        userAgent: inRequests.userAgent,
      },
    },
    ...(body.length > 0 ? { body: body.toString(isText ? "utf8" : "base64") } : {}),
    isBase64Encoded: !isText,
  };
  const result = await handler(event as unknown as APIGatewayProxyEventV2);
  const encoding = result.isBase64Encoded ? "base64" : "utf8";
  return {
    status: result.statusCode ?? 0,
    text: `${JSON.stringify({ ...result, body: "" })}\n${Buffer.from(result.body ?? "", encoding)}`,
  };
}

/** What cannot be written into a request's first lines as it is. */
function isSendable({ method, headers }: Post): boolean {
  const isAscii = Object.entries(headers).every(([name, value]) => /^[ -~]*$/.test(name + value));
  return isAscii && METHODS.includes(method);
}

/** Over a connection of its own: one that is kept may end at any time. */
function askServer(port: number, { method, target, headers, cookies, body }: Post) {
  return new Promise<Answer>((resolve, reject) => {
    const more = { cookie: cookies.join("; "), "content-length": String(body.length) };
    const asked = request(
      {
        port,
        host: "127.0.0.1",
        method,
        path: target,
        agent: false,
        headers: { ...headers, ...more },
      },
      (response) => {
        const { statusCode: status = 0, rawHeaders } = response;
        text(response).then(
          (shown) =>
            resolve({ status, text: `${JSON.stringify([status, ...rawHeaders])}\n${shown}` }),
          reject,
        );
      },
    );
    asked.once("error", reject);
    asked.end(body);
  });
}
