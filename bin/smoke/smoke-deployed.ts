// The smoke test of a deployed bot, over HTTP: is it there, is it this build, does it answer?
import { setTimeout as pause } from "node:timers/promises";
import { faqCommand } from "../../lib/faq-command.ts";
import type { Greeting } from "./greeting.ts";
import { call, type HttpAnswer } from "./http.ts";
import { parseObject } from "./parse-object.ts";

export interface Finding {
  readonly state: "ok" | "problem";
  /** A sentence. */
  readonly what: string;
  /** What to do about a problem. */
  readonly next?: string;
  readonly ms: number;
}

export interface Deployed {
  readonly origin: string;
  readonly greetings: readonly Greeting[];
  /** The build in the folder that gets deployed, if there is one. */
  readonly build: string | undefined;
  /** How long to go on trying while the bot isn't there, or is an older one. */
  readonly waitMs?: number;
  readonly pauseMs?: number;
  /** Told once, when it begins to wait. */
  readonly onWait?: (what: string) => void;
}

/** Each check once it is done. Where nothing is there to be asked, the first is the last. */
export async function* smokeDeployed(deployed: Deployed): AsyncGenerator<Finding> {
  const { origin, greetings } = deployed;
  const { finding, isThere } = await waitForHealth(deployed);
  yield finding;
  if (!isThere) return;
  yield checkPage("The chat page", await call(origin, { method: "GET", path: "/" }));
  yield checkPage("The FAQ page", await call(origin, { method: "GET", path: "/faq" }));
  for (const greeting of greetings) {
    const body = JSON.stringify(greeting);
    yield checkGreeting(greeting, await call(origin, { method: "POST", path: "/chat", body }));
  }
  const unsigned = { method: "POST", path: "/webhooks/generic", body: "{}" } as const;
  yield checkSettings(await call(origin, unsigned));
}

const betweenTriesMs = 2000;

interface Health {
  readonly finding: Finding;
  /** False where no bot answers. */
  readonly isThere: boolean;
}

async function waitForHealth(deployed: Deployed): Promise<Health> {
  const { origin, build, waitMs = 0, pauseMs = betweenTriesMs, onWait } = deployed;
  const until = performance.now() + waitMs;
  for (let tries = 0; ; tries++) {
    const answer = await call(origin, { method: "GET", path: "/health" });
    const health = checkHealth(answer, build);
    if (health.finding.state === "ok" || performance.now() + pauseMs > until) return health;
    if (tries === 0) onWait?.(health.finding.what);
    await pause(pauseMs);
  }
}

function checkHealth(answer: HttpAnswer, expected: string | undefined): Health {
  const build = parseObject(answer.body)?.build;
  if (answer.status !== 200 || typeof build !== "string") {
    return { finding: problemOf("/health", answer, "no health of a bot"), isThere: false };
  }
  const { ms } = answer;
  if (expected !== undefined && build !== expected) {
    const what = `Another build answers: ${build}, not ${expected}, which is in dist/webhook.`;
    const next = `Deploy it with \`npx cdk deploy\`. After a rollback, this is as it should be: \`${faqCommand("rollback <function> --list")}\` shows which answers.`;
    return { finding: { state: "problem", what, next, ms }, isThere: true };
  }
  const known = expected === undefined ? "" : ", the one in dist/webhook";
  return {
    finding: { state: "ok", what: `The bot answers, with build ${build}${known}.`, ms },
    isThere: true,
  };
}

function checkPage(name: string, answer: HttpAnswer): Finding {
  return answer.status === 200 && answer.body.includes("</html>")
    ? { state: "ok", what: `${name} is there.`, ms: answer.ms }
    : problemOf(name, answer, "no whole page");
}

function checkGreeting({ text, language }: Greeting, answer: HttpAnswer): Finding {
  const asked = `"${text}" (${language})`;
  const { outcome, language: spoken, text: reply } = parseObject(answer.body) ?? {};
  if (answer.status !== 200 || typeof reply !== "string" || reply === "") {
    return problemOf(asked, answer, "no reply");
  }
  const { ms } = answer;
  if (outcome !== "fallback" && spoken === language) {
    return { state: "ok", what: `${asked} gets its reply.`, ms };
  }
  const what =
    outcome === "fallback"
      ? `${asked} is not understood.`
      : `${asked} gets a reply in another language (${spoken}).`;
  const next = `Deploy the FAQ of this folder, or name the one that is deployed with --faq.`;
  return { state: "problem", what, next, ms };
}

function checkSettings(answer: HttpAnswer): Finding {
  return [401, 403, 404].includes(answer.status)
    ? {
        state: "ok",
        what: "The settings can be read, and what is unsigned is refused.",
        ms: answer.ms,
      }
    : problemOf("An unsigned delivery", answer, "no refusal");
}

/** Of an answer that is not what it should be; `otherwise` says what a 200 turned out to be. */
function problemOf(asked: string, answer: HttpAnswer, otherwise: string): Finding {
  const { status, isToRetry, reason, ms } = answer;
  const problem = (what: string, next: string): Finding => ({ state: "problem", what, next, ms });
  if (status === 0) {
    return problem(
      `${asked} gets no answer (${reason}).`,
      "Check the address: `npx cdk deploy` prints it as ChatPage. A new one needs a moment: --wait 60 gives it one.",
    );
  }
  if (status === 503 && isToRetry) {
    return problem(
      `${asked} is answered with status 503: the bot can't read its settings.`,
      `The parameter is missing or malformed: make it with \`${faqCommand("settings --put")}\`; the next request reads it.`,
    );
  }
  if (status === 429) {
    return problem(`${asked} is held back by the throttle (429).`, "Try again in a minute.");
  }
  if (status >= 500) {
    return problem(
      `${asked} is answered with status ${status}: the function fails.`,
      `Read the end of its log, or go back: \`${faqCommand("rollback <function>")}\`.`,
    );
  }
  const what =
    status === 200 ? `${asked} gets ${otherwise}.` : `${asked} is answered with status ${status}.`;
  return problem(what, "Is a bot at this address? `npx cdk deploy` prints it as ChatPage.");
}
