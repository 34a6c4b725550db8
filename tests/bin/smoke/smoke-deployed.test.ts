// The smoke test of a deployed bot, against a bot and against what is none.
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { readFaqFolder } from "../../../bin/faq-folder.ts";
import { serveEvents } from "../../../bin/local-events.ts";
import { type Greeting, greetingsOf } from "../../../bin/smoke/greeting.ts";
import { type Deployed, type Finding, smokeDeployed } from "../../../bin/smoke/smoke-deployed.ts";
import { openEmbeddedStore } from "../../../functions/webhook/counts/embedded.ts";
import { readFaq } from "../../../functions/webhook/faq/read.ts";
import { SettingsError } from "../../../functions/webhook/settings.ts";
import { trainBot } from "../../fixtures/bot.ts";
import { countsIn, handlerUnderTest, type TestOptions } from "../../handler-under-test.ts";
import { libraryFaq } from "../run-faq.ts";

const data = trainBot();
const greetings: readonly Greeting[] = [
  { language: "id", text: "halo" },
  { language: "en", text: "hello" },
];

async function startBot(options: Partial<TestOptions> = {}): Promise<string> {
  const { handler } = handlerUnderTest({ data, ...options });
  const { port, close } = await serveEvents(handler, 0);
  onTestFinished(close);
  return `http://127.0.0.1:${port}`;
}

/** Something else that answers HTTP. */
async function startOther(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function smoke(origin: string, more: Partial<Deployed> = {}): Promise<Finding[]> {
  const findings: Finding[] = [];
  const deployed = { origin, greetings, build: undefined, pauseMs: 5, ...more };
  for await (const finding of smokeDeployed(deployed)) findings.push(finding);
  return findings;
}

const problemsIn = (findings: readonly Finding[]) =>
  findings.filter(({ state }) => state === "problem").map(({ what }) => what);

it("finds nothing wrong with a bot, whose counts get only small talk from it", async () => {
  const store = openEmbeddedStore();
  const origin = await startBot({ store });
  const findings = await smoke(origin, { build: "test" });
  expect(findings.map(({ state, what }) => `${state} ${what}`)).toEqual([
    "ok The bot answers, with build test, the one in dist/webhook.",
    "ok The chat page is there.",
    "ok The FAQ page is there.",
    'ok "halo" (id) gets its reply.',
    'ok "hello" (en) gets its reply.',
    "ok The settings can be read, and what is unsigned is refused.",
  ]);
  expect(await countsIn(store)).toEqual({
    "-#id#web#smalltalk": 1,
    "-#en#web#smalltalk": 1,
  });
});

it("a channel that is off refuses an unsigned delivery too", async () => {
  const origin = await startBot({ values: { PEPPER: Buffer.alloc(32, 1).toString("base64") } });
  expect(problemsIn(await smoke(origin))).toEqual([]);
});

it("tells a bot that can't read its settings, and how to make them", async () => {
  const current = async () => {
    throw new SettingsError("PEPPER is missing.");
  };
  const origin = await startBot({ settings: { current, refresh() {} } });
  const findings = await smoke(origin);
  expect(problemsIn(findings)).toEqual([
    '"halo" (id) is answered with status 503: the bot can\'t read its settings.',
    '"hello" (en) is answered with status 503: the bot can\'t read its settings.',
    "An unsigned delivery is answered with status 503: the bot can't read its settings.",
  ]);
  expect(findings.at(-1)?.next).toContain("faq -- settings --put");
});

it("tells another build, and still asks for the rest", async () => {
  const findings = await smoke(await startBot(), { build: "newer" });
  expect(problemsIn(findings)).toEqual([
    "Another build answers: test, not newer, which is in dist/webhook.",
  ]);
  expect(findings).toHaveLength(6);
});

it("tells a bot with another FAQ by what it doesn't understand or answers in another language", async () => {
  const strangers = [
    { language: "en", text: "zxqv wvkj qqzx" },
    { language: "id", text: "thank you very much for your help" },
  ];
  expect(problemsIn(await smoke(await startBot(), { greetings: strangers }))).toEqual([
    '"zxqv wvkj qqzx" (en) is not understood.',
    '"thank you very much for your help" (id) gets a reply in another language (en).',
  ]);
});

it.each([
  [404, "Is a bot at this address?"],
  [302, "Is a bot at this address?"],
  [200, "Is a bot at this address?"],
  [429, "Try again in a minute."],
  [500, "or go back: `npm run --silent faq -- rollback <function>`"],
  [503, "or go back: `npm run --silent faq -- rollback <function>`"],
])("asks no further where /health is answered with %i by what is no bot", async (status, next) => {
  const asked: unknown[] = [];
  const origin = await startOther(({ url }, response) => {
    asked.push(url);
    response.writeHead(status, { location: "/login" }).end("{}");
  });
  const findings = await smoke(origin);
  expect(findings.map(({ state }) => state)).toEqual(["problem"]);
  expect(findings[0]?.next).toContain(next);
  expect(asked).toEqual(["/health"]);
});

it("tells an address where nobody answers, and that a new one needs a moment", async () => {
  const [finding, ...others] = await smoke("http://127.0.0.1:1");
  expect(finding).toMatchObject({
    state: "problem",
    what: expect.stringMatching(/^\/health gets no answer \(.+\)\.$/),
    next: expect.stringContaining("--wait 60 gives it one"),
  });
  expect(others).toEqual([]);
});

it("waits for a bot that isn't there yet, and says so once", async () => {
  const { handler } = handlerUnderTest({ data });
  let tries = 0;
  const { port, close } = await serveEvents(async (event) => {
    tries += 1;
    return tries < 4 ? { statusCode: 404 } : handler(event);
  }, 0);
  onTestFinished(close);
  const told: string[] = [];
  const findings = await smoke(`http://127.0.0.1:${port}`, {
    waitMs: 30_000,
    onWait: (what) => told.push(what),
  });
  expect(problemsIn(findings)).toEqual([]);
  expect(told).toEqual(["/health is answered with status 404."]);
});

it("gives up waiting when the time is over", async () => {
  const origin = await startOther((_, response) => response.writeHead(404).end());
  expect(problemsIn(await smoke(origin, { waitMs: 20 }))).toEqual([
    "/health is answered with status 404.",
  ]);
});

it("greets in each language by small talk, and without any asks the first question", () => {
  const reading = readFaq(readFaqFolder(libraryFaq));
  if (reading.kind === "problems") throw new Error("The test's own FAQ is broken");
  const { faq } = reading;
  expect(greetingsOf(faq)).toEqual(greetings);
  const silent = { ...faq, bot: { ...faq.bot, smalltalk: [] } };
  expect(greetingsOf(silent)).toEqual(
    faq.bot.languages.map((language) => ({ language, text: faq.entries[0]?.question[language] })),
  );
});
