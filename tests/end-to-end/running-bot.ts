// The handler behind a real HTTP server, as `npm start` runs it, beside stand-ins for the platforms.
import { serveEvents } from "../../bin/local-events.ts";
import type { BotData } from "../../functions/webhook/bot-data.ts";
import type { WebhookName } from "../../functions/webhook/channels/names.ts";
import type { CountStore } from "../../functions/webhook/counts/store.ts";
import type { SettingValues } from "../../functions/webhook/settings.ts";
import type { SettingsSource } from "../../functions/webhook/settings-source.ts";
import type { Delivery } from "../channels/channel-sample.ts";
import { channelSamples } from "../channels/samples/index.ts";
import { type FakePlatform, startFakePlatform } from "../fakes/platform.ts";
import { metaSignature } from "../fixtures/whatsapp.ts";
import {
  type HandlerUnderTest,
  handlerUnderTest,
  testNowMs,
  testValues,
} from "../handler-under-test.ts";

export interface RunningBot extends HandlerUnderTest {
  readonly url: string;
  /** The stand-ins, of the channels whose replies are calls. */
  readonly platforms: ReadonlyMap<WebhookName, FakePlatform>;
  readonly whatsapp: FakePlatform;
  /** Sets the clock forward. */
  wait(seconds: number): void;
  /** Delivers to a channel's route. */
  post(name: WebhookName, delivery: Delivery): Promise<Response>;
  /** Delivers a body to WhatsApp's route, signed unless a signature is given. */
  deliver(body: Buffer, signature?: string): Promise<Response>;
  close(): Promise<void>;
}

export interface RunOptions {
  readonly data: BotData;
  readonly store: CountStore;
  readonly values?: SettingValues;
  /** Makes the settings' source, once the platforms' addresses are known. */
  readonly settings?: (values: SettingValues) => SettingsSource;
  /** The tokens that WhatsApp takes. */
  readonly tokens?: readonly string[];
}

export async function runBot({
  data,
  store,
  values = {},
  settings,
  tokens = ["access-token"],
}: RunOptions): Promise<RunningBot> {
  const platforms = new Map<WebhookName, FakePlatform>();
  const all: Record<string, string | undefined> = { PEPPER: testValues.PEPPER };
  for (const [name, sample] of channelSamples) {
    Object.assign(all, sample.values);
    if (!sample.api) continue;
    const platform = await startFakePlatform(sample.api.rules);
    platforms.set(name, platform);
    all[sample.api.urlName] = platform.url;
  }
  Object.assign(all, values);
  const whatsapp = platforms.get("whatsapp");
  if (!whatsapp) throw new Error("WhatsApp has no stand-in");
  whatsapp.faultFor = ({ token }) => (tokens.includes(token) ? undefined : "unauthorised");

  let now = testNowMs;
  const bot = handlerUnderTest({
    data,
    store,
    values: all,
    ...(settings ? { settings: settings(all) } : {}),
    fetch: globalThis.fetch,
    now: () => now,
  });
  const server = await serveEvents((event, context) => bot.handler(event, context as never), 0);
  const url = `http://127.0.0.1:${server.port}`;
  const post = (name: WebhookName, { body, headers, rawQuery = "" }: Delivery) =>
    fetch(`${url}/webhooks/${name}${rawQuery && `?${rawQuery}`}`, {
      method: "POST",
      headers,
      body: new Uint8Array(body),
    });
  return {
    ...bot,
    url,
    platforms,
    whatsapp,
    wait(seconds) {
      now += seconds * 1000;
    },
    post,
    deliver: (body, signature = metaSignature(body, testValues.WHATSAPP_APP_SECRET)) =>
      post("whatsapp", {
        body,
        headers: { "content-type": "application/json", "x-hub-signature-256": signature },
      }),
    async close() {
      await server.close();
      for (const platform of platforms.values()) await platform.stop();
    },
  };
}
