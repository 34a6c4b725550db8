// `faq channels`: what is on, what is missing, and whether a platform delivers here.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { libraryFaq, makeFolder } from "../run-faq.ts";
import { runFaqHere } from "../run-here.ts";
import { serve } from "../serving.ts";

function newDataDir(): string {
  const { path, remove } = makeFolder();
  onTestFinished(remove);
  return path;
}

const telegram = {
  TELEGRAM_SECRET_TOKEN: "old-token secret-token",
  TELEGRAM_BOT_TOKEN: "123456:test-token",
};
const line = { LINE_CHANNEL_SECRET: "channel-secret", LINE_CHANNEL_ACCESS_TOKEN: "access-token" };

describe("the list", () => {
  it("says which channels are on, and which setting each other one wants", async () => {
    const env = { ...telegram, LINE_CHANNEL_SECRET: "channel-secret" };
    const { status, stdout } = await runFaqHere(["channels"], { dataDir: newDataDir(), env });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^web +on +\/$/m);
    expect(stdout).toMatch(/^telegram +on +\/webhooks\/telegram$/m);
    expect(stdout).toMatch(
      /^line +incomplete +\/webhooks\/line\n +needs LINE_CHANNEL_ACCESS_TOKEN: /m,
    );
    expect(stdout).toMatch(/^whatsapp +off /m);
    expect(stdout).not.toMatch(/secret-token|channel-secret/);
  });

  it("is JSON for programs", async () => {
    const { stdout } = await runFaqHere(["channels", "--json"], { dataDir: newDataDir() });
    const list: { channel: string; state: string; missing: object }[] = JSON.parse(stdout);
    expect(list.map(({ channel, state }) => [channel, state])).toEqual([
      ["web", "on"],
      ["generic", "off"],
      ["whatsapp", "off"],
      ["messenger", "off"],
      ["telegram", "off"],
      ["line", "off"],
      ["twilio", "off"],
    ]);
    expect(Object.keys(list[1]?.missing ?? {})).toEqual(["GENERIC_SECRET"]);
  });

  it("a setting that is misspelt is told before anything else", async () => {
    const env = { TELEGRAM_TOKEN: "x" };
    const { status, stderr } = await runFaqHere(["channels"], { dataDir: newDataDir(), env });
    expect([status, stderr]).toEqual([
      2,
      expect.stringMatching(/^TELEGRAM_TOKEN is not a setting/),
    ]);
  });
});

/** A platform that can be asked where it delivers to. */
async function startSettable(): Promise<{ url: string; calls: string[]; endpoint: string }> {
  const platform = { url: "", calls: [] as string[], endpoint: "" };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    platform.calls.push(`${request.method} ${request.url} ${text}`);
    const body = text ? JSON.parse(text) : {};
    const answer = (value: object) => response.end(JSON.stringify(value));
    const path = request.url ?? "";
    if (path.endsWith("/setWebhook")) {
      platform.endpoint = body.url;
      return void answer({ ok: true, result: true });
    }
    if (path.endsWith("/getWebhookInfo")) {
      const result = { url: platform.endpoint, pending_update_count: 0 };
      return void answer({ ok: true, result });
    }
    if (path.endsWith("/test"))
      return void answer({ success: true, statusCode: 200, reason: "OK" });
    if (request.method === "PUT") platform.endpoint = body.endpoint;
    if (request.method === "GET") return void answer({ endpoint: platform.endpoint, active: true });
    answer({});
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  platform.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return platform;
}

describe("check", () => {
  it.each([
    ["telegram", telegram, "TELEGRAM_API_URL"],
    ["line", line, "LINE_API_URL"],
  ] as const)(
    "asks %s where it delivers to, and tells it with --set",
    async (name, values, url) => {
      const platform = await startSettable();
      const dataDir = newDataDir();
      const env = { ...values, [url]: platform.url };
      const { origin } = await serve(libraryFaq, dataDir, env);
      const check = (...more: string[]) =>
        runFaqHere(["channels", "check", name, "--url", `${origin}/`, ...more], { dataDir, env });

      const before = await check();
      expect(before.status).toBe(1);
      expect(before.stdout).toContain(`ok       ${origin}/webhooks/${name} answers`);
      expect(before.stdout).toMatch(/^problem {2}\w+ delivers nowhere/m);

      const set = await check("--set");
      expect([set.status, set.stdout]).toEqual([0, expect.stringMatching(/now delivers to/)]);
      expect(platform.endpoint).toBe(`${origin}/webhooks/${name}`);
      expect((await check()).status).toBe(0);
      if (name === "telegram") {
        expect(platform.calls.find((call) => call.includes("setWebhook"))).toContain(
          '"secret_token":"secret-token","allowed_updates":["message","callback_query"]',
        );
      }
      expect(set.stdout + before.stdout).not.toMatch(/secret-token|access-token|channel-secret/);
    },
  );

  it("prints the steps for a platform that can't be told, and checks what it can", async () => {
    const dataDir = newDataDir();
    const env = {
      WHATSAPP_APP_SECRET: "app-secret",
      WHATSAPP_ACCESS_TOKEN: "access-token",
      WHATSAPP_PHONE_NUMBER_ID: "100000000000001",
      WHATSAPP_VERIFY_TOKEN: "verify-token",
    };
    const { origin } = await serve(libraryFaq, dataDir, env);
    const args = ["channels", "check", "whatsapp", "--url", origin];
    const { status, stdout } = await runFaqHere(args, { dataDir, env });
    expect(status).toBe(0);
    expect(stdout).toContain(`enter ${origin}/webhooks/whatsapp as callback URL`);

    const others = { ...env, WHATSAPP_VERIFY_TOKEN: "another" };
    const unlike = await runFaqHere(args, { dataDir, env: others });
    expect([unlike.status, unlike.stdout]).toEqual([
      1,
      expect.stringMatching(/^problem .* does not answer the handshake/m),
    ]);
    const wrong = { ...env, WHATSAPP_APP_SECRET: "another" };
    expect((await runFaqHere(args, { dataDir, env: wrong })).stdout).toMatch(
      /knows another secret/,
    );
  });

  it("tells a platform that refuses or can't be reached from one that delivers elsewhere", async () => {
    const env = { ...telegram, TELEGRAM_API_URL: "http://127.0.0.1:1" };
    const args = ["channels", "check", "telegram", "--url", "http://127.0.0.1:1"];
    const { status, stdout } = await runFaqHere(args, { dataDir: newDataDir(), env });
    expect(status).toBe(1);
    expect(stdout).toMatch(/webhooks\/telegram can't be reached/);
    expect(stdout).toMatch(/Telegram can't be reached\./);
    expect(stdout).not.toContain("test-token");
  });

  it("without settings, prints what is missing and how to get it", async () => {
    const args = ["channels", "check", "twilio"];
    const { status, stdout } = await runFaqHere(args, { dataDir: newDataDir() });
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /Twilio is off: the environment lacks TWILIO_AUTH_TOKEN, TWILIO_WEBHOOK_URL/,
    );
    expect(stdout).toMatch(/^1\. In https:\/\/console\.twilio\.com/m);
    const env = { SETTINGS_PARAMETER: "" };
    const empty = await runFaqHere(args, { dataDir: newDataDir(), env });
    expect(empty.stdout).toContain("Twilio is off: the environment lacks TWILIO_AUTH_TOKEN");
  });
});
