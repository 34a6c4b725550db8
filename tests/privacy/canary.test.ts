// Nothing that a person wrote or is may be kept, logged or answered, whatever goes wrong meanwhile.
import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { BotData } from "../../functions/webhook/bot-data.ts";
import type { CountStore } from "../../functions/webhook/counts/store.ts";
import { channelSamples } from "../channels/samples/index.ts";
import { openOnStandIn } from "../end-to-end/backends.ts";
import { runBot } from "../end-to-end/running-bot.ts";
import type { PlatformFault } from "../fakes/platform.ts";
import { trainBot } from "../fixtures/bot.ts";
import { signedGeneric } from "../fixtures/generic.ts";
import { metaSignature, whatsappDelivery } from "../fixtures/whatsapp.ts";
import { expectOnlyKnownFields } from "../handler/log-schema.ts";
import { findCanaries, formsOf } from "./forms.ts";
import { canaries, messageIdOf, personAt, secrets, whatsappMessage, writing } from "./people.ts";

let data: BotData;
beforeAll(() => {
  data = trainBot();
});

interface Traces {
  /** Every request to the store, and every item left in it. */
  readonly stored: readonly string[];
  readonly logged: readonly string[];
  /** Status, headers and body of every response. */
  readonly answered: readonly string[];
  /** What was sent to the platform, but for whom it was sent to. */
  readonly sent: readonly string[];
}

/**
 * Many people write much, over all channels, with faults everywhere. `leak` is a line that a
 * careless change would add to the log for each person who gets a reply.
 */
async function live(messages: number, leak?: (phone: string) => string): Promise<Traces> {
  const random = dice(7);
  const backend = await openOnStandIn();
  backend.standIn.faultFor = () => {
    const fault = random();
    return fault < 0.05
      ? "conflict"
      : fault < 0.08
        ? "failed"
        : fault < 0.1
          ? "applied-but-failed"
          : undefined;
  };
  const bot = await runBot({ data, store: crashing(backend.store, random), values: secrets });
  for (const platform of bot.platforms.values()) {
    platform.faultFor = () => platformFaults[Math.floor(random() * 20)];
  }
  bot.whatsapp.faultFor = ({ to }) => {
    if (leak && to !== "") bot.lines.push(leak(to));
    return graphFaults[Math.floor(random() * 40)] ?? taken;
  };
  const answered: string[] = [];
  const keep = async (response: Response) => {
    answered.push(JSON.stringify([response.status, [...response.headers], await response.text()]));
  };

  for (let n = 0; n < messages; n += 3) {
    const body = whatsappDelivery([n, n + 1, n + 2].map(whatsappMessage), personAt(n).username);
    const signature = metaSignature(body, secrets.WHATSAPP_APP_SECRET);
    for (const each of [signature, n % 9 === 0 ? `sha256=${personAt(n).phone}` : signature]) {
      await keep(await bot.deliver(body, each));
    }
    const { id, phone, text, headers } = aboutThem(n);
    const path = `?kueri-kenari-0420&hub.verify_token=${phone}&hub.mode=subscribe&hub.challenge=1`;
    const key = Buffer.from(secrets.GENERIC_SECRET.slice("whsec_".length), "base64");
    const generic = signedGeneric(
      { text, conversation: "percakapan-kenari-0417", locale: phone, name: personAt(n).username },
      { id: `msg_${phone}.${n}`, key },
    );
    const posts: [string, Record<string, string>, string][] = [
      ["/webhooks/generic", generic.headers, generic.body],
      ["/webhooks/generic", generic.headers, `${generic.body} `],
      ["/chat", {}, JSON.stringify({ id: "halaman-kenari-0418", text, language: phone })],
      ["/chat", {}, JSON.stringify({ id, text })],
      ["/chat", {}, JSON.stringify({ id, entry: text })],
      ["/chat", { origin: `https://${phone}.example.org` }, JSON.stringify({ text })],
      ["/chat", {}, text],
      [`/${encodeURIComponent(text)}`, {}, text],
    ];
    for (const [target, more, body] of posts) {
      await keep(
        await fetch(`${bot.url}${target}${path}`, {
          method: "POST",
          headers: { ...headers, ...more },
          body,
        }),
      );
    }
    for (const [name, sample] of channelSamples) {
      if (name === "whatsapp" || name === "generic") continue;
      // Telegram's ids are numbers; the others' are texts, and are of no use to anybody here.
      const messageId = name === "telegram" ? String(n) : JSON.stringify(id);
      const body = Buffer.from(sample.text(text, messageId, 1 + (n % 90)));
      const signed = sample.sign(body);
      await keep(await bot.post(name, signed));
      const forged = { ...signed.headers, [sample.signatureHeader]: phone };
      await keep(await bot.post(name, { ...signed, headers: { ...headers, ...forged } }));
      const payload = `helpful/id/${phone}/abcdefghij`;
      await keep(await bot.post(name, sample.sign(Buffer.from(sample.choice(payload, n + 1)))));
    }
    for (const page of ["/", "/faq", "/health", "/webhooks/whatsapp", `/${phone}`]) {
      await keep(await fetch(`${bot.url}${page}${path}&language=${phone}`, { headers }));
    }
  }

  const traces: Traces = {
    stored: [
      ...(await backend.stored()),
      ...backend.standIn.requests.map(({ body }) => JSON.stringify(body)),
    ],
    logged: bot.lines,
    answered,
    sent: bot.whatsapp
      .messages()
      .map(({ body }) => JSON.stringify({ ...body, to: undefined, recipient: undefined })),
  };
  await bot.close();
  await backend.close();
  return traces;
}

function aboutThem(n: number) {
  const person = personAt(n);
  return {
    id: messageIdOf(person, n),
    phone: person.phone,
    text: writing(n),
    headers: {
      "user-agent": "peramban-kenari-0419",
      cookie: `session=${person.userId}`,
      "x-forwarded-for": person.phone,
      referer: `https://example.org/${person.username}`,
    },
  };
}

/** Temporary, permanent and garbled; most calls are spared. */
const graphFaults: readonly PlatformFault[] = [
  "limited",
  "refused",
  "unauthorised",
  { answer: { status: 500, body: "<html>" } },
  "reset",
];
/** What a platform says may repeat what was sent. */
const platformFaults: readonly PlatformFault[] = ["limited", "broken", "refused", "unauthorised"];
/** Whatever the token: these people's secrets are canaries too. */
const taken: PlatformFault = { answer: { status: 200, body: { messages: [{ id: "wamid.1" }] } } };

/** The store, but now and then an operation ends in a bug whose message quotes what it was given. */
function crashing(store: CountStore, random: () => number): CountStore {
  return {
    ...store,
    claimAndCount: async (claim, address) => {
      if (random() < 0.03) throw new TypeError(`${canaries[0]} ${JSON.stringify(claim)}`);
      return store.claimAndCount(claim, address);
    },
  };
}

/** Numbers from 0 to below 1 that look like chance and are the same every time (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

describe("after three hundred messages and their troubles", () => {
  let traces: Traces;
  beforeAll(async () => {
    traces = await live(300);
  });

  it("much was kept, logged, answered and sent, so there is something to search", () => {
    expect(traces.stored.length).toBeGreaterThan(500);
    expect(traces.logged.length).toBeGreaterThan(500);
    expect(traces.answered.length).toBeGreaterThan(1000);
    expect(traces.sent.length).toBeGreaterThan(150);
    const events = new Set(traces.logged.map((line) => JSON.parse(line).event));
    for (const event of ["message", "delivery", "unauthorised", "crash"]) {
      expect(events).toContain(event);
    }
  });

  it.each(["stored", "logged", "answered", "sent"] as const)(
    "nothing of anybody is %s",
    (where) => {
      expect(findCanaries(canaries, traces[where])).toEqual([]);
    },
  );

  it("the log has the fields of its closed list, and no others", () => {
    expectOnlyKnownFields(traces.logged);
  });
});

describe("the search", () => {
  const leaks: [string, (phone: string) => string][] = [
    ["as it is", (phone) => phone],
    ["without its country", (phone) => `0${phone.slice(2)}`],
    ["reversed", (phone) => [...phone].reverse().join("")],
    ["in base64", (phone) => Buffer.from(phone).toString("base64")],
    ["in base64url, within something longer", (phone) => messageIdOf({ ...personAt(0), phone }, 1)],
    ["in hexadecimal", (phone) => Buffer.from(phone).toString("hex").toUpperCase()],
    ["as the beginning of a hash", (phone) => sha256(phone).slice(0, 16)],
  ];

  it.each(leaks)("finds a number that is logged %s", async (_, leak) => {
    const { logged } = await live(6, leak);
    expect(findCanaries(canaries, logged).length).toBeGreaterThan(0);
  });

  it("finds every form of every canary", () => {
    for (const canary of canaries) {
      for (const form of formsOf(canary)) {
        expect(findCanaries([canary], [`before ${form} after`])).toEqual([canary]);
      }
    }
  });

  it("does not find what isn't there", () => {
    expect(findCanaries(canaries, ["v1#8sYd02hT5f6gQ1n3xYzAbC", '{"pk":"2026-11-23#5"}'])).toEqual(
      [],
    );
  });
});

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
