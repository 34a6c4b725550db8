// The platforms' APIs in virtual time: they take answers, refuse them, keep silent, or lose theirs.
import type { Fetch } from "../../../functions/webhook/deliver.ts";
import { invalidReplyToken, lineApi, retryKeyAccepted } from "../../fakes/line.ts";
import { messengerApi } from "../../fakes/messenger.ts";
import type {
  PlatformAnswer,
  PlatformCall,
  PlatformFailure,
  PlatformRules,
} from "../../fakes/platform.ts";
import { telegramApi } from "../../fakes/telegram.ts";
import { whatsappApi } from "../../fakes/whatsapp.ts";
import { questionOfWhatsApp, replyTokenOf } from "./asking.ts";
import { progressOf, type Question, type Reply, type Thread } from "./facts.ts";
import { never, passes, type StormWorld } from "./world.ts";

export const callingChannels = ["whatsapp", "messenger", "telegram", "line"] as const;
export type CallingName = (typeof callingChannels)[number];

export const platformSpells = ["limited", "broken", "refused", "silent", "cut off"] as const;
export type PlatformSpell = (typeof platformSpells)[number];

export interface PlatformWorld extends StormWorld {
  readonly platformSpellAt: (channel: CallingName, nowMs: number) => PlatformSpell | undefined;
  /** What LINE knows of the answers it took. */
  readonly line: LineMemory;
}

export interface LineMemory {
  readonly questions: Map<string, Question>;
  /** Until when a token that was not used yet is good, in epoch milliseconds. */
  readonly tokens: Map<string, number>;
  readonly retryKeys: Set<string>;
}

type Fault =
  | PlatformFailure
  /** Nobody answers, and nothing was taken. */
  | "silent"
  /** The connection ends before anything was taken. */
  | "cut off"
  /** It was taken, and the answer to that is lost. */
  | "answer lost"
  /** The answer ends in the middle. */
  | "answer torn"
  /** It is taken when nobody waits any more. */
  | "taken too late"
  | "slow";

const calmFaults: readonly (readonly [number, Fault])[] = [
  [0.01, "limited"],
  [0.01, "broken"],
  [0.004, "refused"],
  [0.002, "unauthorised"],
  [0.004, "silent"],
  [0.006, "cut off"],
  [0.006, "answer lost"],
  [0.004, "answer torn"],
  [0.004, "taken too late"],
  [0.01, "slow"],
];

const spellFaults: Readonly<Record<PlatformSpell, readonly (readonly [number, Fault])[]>> = {
  limited: [[0.8, "limited"]],
  broken: [
    [0.8, "broken"],
    [0.1, "answer torn"],
  ],
  refused: [[0.5, "refused"]],
  silent: [
    [0.6, "silent"],
    [0.2, "taken too late"],
  ],
  "cut off": [
    [0.6, "cut off"],
    [0.2, "answer lost"],
  ],
};

const rules: Readonly<Record<CallingName, PlatformRules>> = {
  whatsapp: whatsappApi,
  messenger: messengerApi,
  telegram: telegramApi,
  line: lineApi,
};

const platformFailures: readonly Fault[] = ["limited", "broken", "refused", "unauthorised"];

export function createStormFetch(world: PlatformWorld): Fetch {
  const { clock, chance, recorder, judge } = world;

  /** The platform does as it is told, and answers. */
  function answerTo(
    channel: CallingName,
    call: PlatformCall,
    question: Question,
    thread: Thread,
  ): { answer: PlatformAnswer; reply: Reply | undefined } {
    const { accept, isMessage, textOf, payloadsOf } = rules[channel];
    const no = channel === "line" ? lineRefusal(call, world) : undefined;
    if (no) return { answer: no, reply: undefined };
    if (!isMessage(call)) return { answer: accept(call), reply: undefined };
    const words = [textOf(call), ...payloadsOf(call)].join("\n");
    const reply = judge.taken(question, progressOf(thread.handling, question), words);
    recorder.step(question, `${channel} takes the answer`);
    return { answer: accept(call), reply };
  }

  const fetch = (url: string, { headers = {}, body = "", signal }: RequestInit) => {
    const call: PlatformCall = {
      method: "POST",
      path: new URL(url).pathname,
      headers: headers as Record<string, string>,
      body: JSON.parse(String(body)),
    };
    const channel = channelOf(url);
    const question = questionOf(channel, call, world);
    const handling = clock.owner?.handling;
    if (!handling || !question) throw new Error("A call that nobody asked for");
    const isMessage = rules[channel].isMessage(call);
    const name = isMessage ? "send" : "notice";
    const thread: Thread = { handling, question };
    if (isMessage && !handling.progress.has(question)) {
      recorder.fault(question, "store left alone");
      progressOf(handling, question);
    }
    if (!passes(thread, `before ${name}`, world)) return never();

    const spell = world.platformSpellAt(channel, clock.nowMs());
    const fault = chance.share(spell === undefined ? calmFaults : spellFaults[spell]);
    if (fault) recorder.fault(question, `platform ${fault}`);
    const deadlineMs = world.deadlineOf(signal);
    const wayMs =
      chance.between(10, 150) +
      (fault === "slow" ? chance.between(200, 3500) : 0) +
      (fault === "taken too late" ? deadlineMs + chance.between(1, 20_000) : 0);
    const backMs = fault === "answer lost" ? Number.POSITIVE_INFINITY : chance.between(5, 50);

    return new Promise<Response>((resolve, reject) => {
      let isSettled = false;
      let reply: Reply | undefined;
      const settle = (work: () => void) => {
        if (isSettled || !passes(thread, `after ${name}`, world)) return;
        isSettled = true;
        work();
      };
      const fail = (error: Error) =>
        settle(() => {
          if (reply) reply.wasHeard = false;
          reject(error);
        });

      if (Number.isFinite(deadlineMs)) {
        const isSure =
          !fault || !["slow", "silent", "answer lost", "taken too late"].includes(fault);
        // Only a call that may last so long needs the event of its deadline, or one cut short.
        if (!isSure || wayMs + backMs >= deadlineMs) {
          clock.after(deadlineMs, () => fail(new DOMException("Late", "TimeoutError")), thread);
        }
      }
      if (fault === "silent") return;
      if (fault === "cut off") {
        clock.after(wayMs, () => fail(new TypeError("fetch failed")), thread);
        return;
      }
      clock.after(wayMs, () => {
        let answer: PlatformAnswer;
        if (fault && platformFailures.includes(fault)) {
          answer = rules[channel].fail(call, fault as PlatformFailure);
          const isFinal = fault === "refused" || fault === "unauthorised";
          if (isMessage && isFinal) question.isExcused = true;
        } else {
          ({ answer, reply } = answerTo(channel, call, question, thread));
          if (isSettled && reply) reply.wasHeard = false;
        }
        if (!Number.isFinite(backMs)) {
          // Sometimes the line goes dead; otherwise the deadline has to tell.
          if (chance.happens(0.5)) {
            clock.after(20, () => fail(new TypeError("fetch failed")), thread);
          }
          return;
        }
        clock.after(
          backMs,
          () =>
            settle(() => {
              const isTorn = fault === "answer torn";
              if (reply) reply.wasHeard = !isTorn;
              resolve(responseOf(answer, isTorn));
            }),
          thread,
        );
      });
    });
  };
  return fetch as unknown as Fetch;

  /** As much of a response as the bot reads; a real one costs more than all the rest. */
  function responseOf({ status, body }: PlatformAnswer, isTorn: boolean): Response {
    const bytes = Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
    const chunks = isTorn ? torn(bytes.subarray(0, bytes.length / 2)) : [bytes];
    return { status, body: chunks } as unknown as Response;
  }

  async function* torn(bytes: Buffer): AsyncGenerator<Buffer> {
    yield bytes;
    throw new TypeError("terminated");
  }
}

function channelOf(url: string): CallingName {
  const { host, pathname } = new URL(url);
  if (host === "api.telegram.org") return "telegram";
  if (host === "api.line.me") return "line";
  if (host !== "graph.facebook.com") throw new Error("A call to somebody the storm does not know");
  return pathname.endsWith("/me/messages") ? "messenger" : "whatsapp";
}

function questionOf(
  channel: CallingName,
  { body }: PlatformCall,
  { questions, line }: PlatformWorld,
): Question | undefined {
  switch (channel) {
    case "whatsapp": {
      const isReadMark = body.message_id !== undefined;
      return questions.get(
        isReadMark ? questionOfWhatsApp(body.message_id) : Number(body.to.slice(5)),
      );
    }
    case "messenger":
      return questions.get(Number(body.recipient.id.slice(12)));
    case "telegram":
      return questions.get(body.chat_id - 700_000_000);
    case "line":
      return body.replyToken === undefined
        ? questions.get(Number.parseInt(body.to.slice(1), 16))
        : line.questions.get(body.replyToken);
  }
}

/** Good for a minute from the first delivery. */
const tokenMs = 60_000;

export function rememberToken(question: Question, nowMs: number, line: LineMemory): void {
  for (const message of question.messages) {
    const token = replyTokenOf(message);
    if (line.questions.has(token)) continue;
    line.questions.set(token, question);
    line.tokens.set(token, nowMs + tokenMs);
  }
}

/** A reply token works once and not for long; a push is known by its key. */
function lineRefusal(
  { body, headers }: PlatformCall,
  { line, clock }: PlatformWorld,
): PlatformAnswer | undefined {
  if (body.replyToken !== undefined) {
    const untilMs = line.tokens.get(body.replyToken) ?? 0;
    line.tokens.delete(body.replyToken);
    return clock.nowMs() > untilMs ? invalidReplyToken : undefined;
  }
  const key = headers["x-line-retry-key"] ?? "";
  if (line.retryKeys.has(key)) return retryKeyAccepted;
  line.retryKeys.add(key);
  return undefined;
}
