// The handler behind a real HTTP server, as `npm start` runs it, beside a stand-in for WhatsApp.
import { serveEvents } from "../../bin/local-events.ts";
import type { BotData } from "../../functions/webhook/bot-data.ts";
import type { CountStore } from "../../functions/webhook/counts/store.ts";
import type { SettingValues } from "../../functions/webhook/settings.ts";
import type { SettingsSource } from "../../functions/webhook/settings-source.ts";
import { type FakeGraphApi, startFakeGraphApi } from "../fake-graph-api.ts";
import { metaSignature } from "../fixtures/whatsapp.ts";
import {
  type HandlerUnderTest,
  handlerUnderTest,
  testNowMs,
  testValues,
} from "../handler-under-test.ts";

export interface RunningBot extends HandlerUnderTest {
  readonly url: string;
  readonly graph: FakeGraphApi;
  /** Sets the clock forward. */
  wait(seconds: number): void;
  /** Delivers a body to WhatsApp's route, signed unless a signature is given. */
  deliver(body: Buffer, signature?: string): Promise<Response>;
  close(): Promise<void>;
}

export interface RunOptions {
  readonly data: BotData;
  readonly store: CountStore;
  readonly values?: SettingValues;
  /** Makes the settings' source, once the platform's address is known. */
  readonly settings?: (values: SettingValues) => SettingsSource;
  /** The tokens that the platform takes. */
  readonly tokens?: string[];
}

export async function runBot({
  data,
  store,
  values = {},
  settings,
  tokens = ["access-token"],
}: RunOptions): Promise<RunningBot> {
  const graph = await startFakeGraphApi({ tokens });
  let now = testNowMs;
  const all = { ...testValues, WHATSAPP_API_URL: graph.url, ...values };
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
  return {
    ...bot,
    url,
    graph,
    wait(seconds) {
      now += seconds * 1000;
    },
    deliver: (body, signature = metaSignature(body, testValues.WHATSAPP_APP_SECRET)) =>
      fetch(`${url}/webhooks/whatsapp`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-hub-signature-256": signature },
        body: new Uint8Array(body),
      }),
    async close() {
      await server.close();
      await graph.stop();
    },
  };
}
