// One delivery of a platform becomes the response to it: checked, read, each message answered.
import { answerInResponse, handleMessage } from "./bot.ts";
import type {
  CallingChannel,
  Channel,
  Inbound,
  RespondingChannel,
  WebhookRequest,
  WebhookResponse,
} from "./channels/channel.ts";
import { inParallel } from "./in-parallel.ts";
import type { World } from "./world.ts";

/** Messages of one delivery that are under way at once. */
const concurrency = 5;

/** 200 once every message is settled, 503 to have them again; nothing unsigned is even read. */
export async function receive(
  request: WebhookRequest,
  channel: Channel,
  world: World,
): Promise<WebhookResponse> {
  if (request.body.length > channel.maxBodyBytes) return { status: 413 };
  if (channel.mediaTypes && !channel.mediaTypes.includes(mediaTypeOf(request))) {
    return { status: 415 };
  }
  if (!channel.verify(request, world.now())) {
    const status = channel.unauthorisedStatus;
    world.log({ level: "warn", event: "unauthorised", channel: channel.name, status });
    return { status };
  }
  const parsed = channel.parse(request);
  if ("status" in parsed) return parsed;
  const messages = withoutRepeats(parsed);
  if (messages.length === 0) world.log({ level: "info", event: "ignored", channel: channel.name });
  return "respond" in channel
    ? respond(messages, channel, world)
    : sendReplies(messages, channel, world);
}

async function respond(
  [message]: readonly Inbound[],
  channel: RespondingChannel,
  world: World,
): Promise<WebhookResponse> {
  if (!message) return channel.silence;
  return channel.respond(message, await answerInResponse(message, channel.name, world));
}

async function sendReplies(
  messages: readonly Inbound[],
  channel: CallingChannel,
  world: World,
): Promise<WebhookResponse> {
  const { respondWithinMs = Number.POSITIVE_INFINITY } = channel;
  const hurried = { ...world, endBy: Math.min(world.endBy, world.startedAt + respondWithinMs) };
  const outcomes = await inParallel(messages, concurrency, (message) =>
    handleMessage(message, channel, hurried),
  );
  const unfinished = outcomes.filter(({ ending }) => ending === "retry-later");
  if (unfinished.length === 0) return { status: 200 };
  return tryAgain(Math.max(...unfinished.map(({ retryAfterS = 0 }) => retryAfterS)));
}

const leastRetryAfterS = 2;

/** Asks for the delivery again, not before that many seconds. */
export function tryAgain(afterS = 0): WebhookResponse {
  const seconds = Math.ceil(Math.max(afterS, leastRetryAfterS));
  return { status: 503, headers: { "retry-after": String(seconds) } };
}

/** A platform may repeat a message within one delivery: the first copy speaks for all. */
function withoutRepeats(messages: readonly Inbound[]): Inbound[] {
  const firsts = new Map<string, Inbound>();
  for (const message of messages) {
    const name = `${message.account}\0${message.id}`;
    if (!firsts.has(name)) firsts.set(name, message);
  }
  return [...firsts.values()];
}

/** `text/xml; charset=utf-8` is `text/xml`. */
function mediaTypeOf({ headers }: WebhookRequest): string {
  return (headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
}
