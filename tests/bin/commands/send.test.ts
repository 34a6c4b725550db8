// `faq send`: every channel can be tried on a running bot, without an account.
import { existsSync, statSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { channelNames } from "../../../functions/webhook/channels/names.ts";
import { startFakePlatform } from "../../fakes/platform.ts";
import { telegramApi } from "../../fakes/telegram.ts";
import { libraryFaq, makeFolder } from "../run-faq.ts";
import { runFaqHere } from "../run-here.ts";
import { serve } from "../serving.ts";

function newDataDir(): string {
  const { path, remove } = makeFolder();
  onTestFinished(remove);
  return path;
}

const question = "how to join the library";

/** What answers HTTP, and is no bot. */
async function answering(answer: RequestListener) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  onTestFinished(stop);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}

it("works for every channel of a bot without settings, which counts what was asked", async () => {
  const dataDir = newDataDir();
  const { origin } = await serve(libraryFaq, dataDir);
  for (const channel of channelNames) {
    const { status, stdout, stderr } = await runFaqHere(["send", channel, question], { dataDir });
    expect([channel, status]).toEqual([channel, 0]);
    const note = /^Tried with made-up settings: this terminal has no [A-Z_]+( and [A-Z_]+)*\.\n$/;
    expect(stderr).toMatch(channel === "web" ? /^$/ : note);
    expect(stdout).toMatch(new RegExp(`^${channel} answered with status 200\\.`));
    expect(stdout).toContain("Bring an identity card to the front desk");
  }
  const counts = await runFaqHere(["counts", "--raw", "--format", "json"], { dataDir });
  const cells: { channel: string; entry: string; n: number }[] = JSON.parse(counts.stdout);
  expect(cells.map(({ channel, entry, n }) => [channel, entry, n]).sort()).toEqual(
    [...channelNames].sort().map((channel) => [channel, "join", 1]),
  );

  // For everybody else, the channels are still off.
  const { status } = await fetch(`${origin}/webhooks/telegram`, { method: "POST", body: "{}" });
  expect(status).toBe(404);
  const guess = { "x-jelas-trial": "a".repeat(32) };
  const guessed = await fetch(`${origin}/webhooks/telegram`, { method: "POST", headers: guess });
  expect(guessed.status).toBe(404);
  expect(statSync(join(dataDir, "trial.json")).mode & 0o077).toBe(0);
});

it("taps a button, and prints what came back as JSON", async () => {
  const dataDir = newDataDir();
  await serve(libraryFaq, dataDir);
  const args = ["send", "telegram", "--json", "--tap", "entry/en/opening-hours"];
  const { status, stdout } = await runFaqHere(args, { dataDir });
  expect(status).toBe(0);
  const { calls } = JSON.parse(stdout);
  const sent = calls.find(({ path }: { path: string }) => path === "/bot…/sendMessage");
  expect(sent.body.text).toMatch(/^Every day from 9 to 20\./);
  expect(stdout).not.toContain("trial-value");
});

describe("a bot that has settings", () => {
  const settings = {
    TELEGRAM_SECRET_TOKEN: "secret-token",
    TELEGRAM_BOT_TOKEN: "123456:test-token",
  };

  it("is sent what they sign, and a stand-in for the platform on this machine gets the reply", async () => {
    const platform = await startFakePlatform(telegramApi);
    onTestFinished(() => platform.stop());
    const dataDir = newDataDir();
    const env = { ...settings, TELEGRAM_API_URL: platform.url };
    const { origin } = await serve(libraryFaq, dataDir, env);
    const options = { dataDir, env };
    expect((await runFaqHere(["send", "telegram", question], options)).stdout).toContain(
      "Bring an identity card",
    );
    const elsewhere = { dataDir: newDataDir(), env };
    const away = await runFaqHere(["send", "telegram", "--url", origin, question], elsewhere);
    expect([away.status, away.stdout]).toEqual([0, expect.stringMatching(/Nothing was sent back/)]);
    expect(platform.messages()).toHaveLength(2);
    expect(platform.problems).toEqual([]);
  });

  it("refuses what another secret signs, and the command says so", async () => {
    const dataDir = newDataDir();
    await serve(libraryFaq, dataDir, settings);
    const { status, stderr } = await runFaqHere(["send", "telegram", question], { dataDir });
    expect(status).toBe(1);
    expect(stderr).toMatch(/does not know the secret/);
  });
});

describe("what goes wrong", () => {
  it("nothing listens", async () => {
    const dataDir = newDataDir();
    const options = { dataDir, env: { PORT: "1" } };
    const { status, stderr } = await runFaqHere(["send", "web", question], options);
    expect([status, stderr.trim()]).toEqual([
      1,
      "Nothing answers at http://localhost:1. Start the bot with npm start.",
    ]);
    expect(existsSync(join(dataDir, "trial.json"))).toBe(false);
  });

  const sendTo = async (url: string) => {
    const args = ["send", "web", "--url", url, question];
    const { status, stderr } = await runFaqHere(args, { dataDir: newDataDir() });
    return { status, stderr };
  };

  it("a bot elsewhere is not there: nobody is told to start one here", async () => {
    const { url, stop } = await answering(() => {});
    await stop();
    const sentence = `Nothing answers at ${url} (ECONNREFUSED). Check the address, and whether the bot is there.\n`;
    expect(await sendTo(url)).toEqual({ status: 1, stderr: sentence });
  });

  it("what is elsewhere does not speak HTTPS", async () => {
    const { url } = await answering((_, response) => void response.end());
    const { status, stderr } = await sendTo(url.replace("http:", "https:"));
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^Nothing answers at https:\S+ \([A-Z_]*SSL[A-Z_]*\)\. Check the address/,
    );
  });

  it("it leads to another address, or is no bot", async () => {
    const moved = await answering((_, response) => {
      response.writeHead(301, { location: "https://bot.example.org/chat" }).end();
    });
    expect(await sendTo(moved.url)).toEqual({
      status: 1,
      stderr: "What answers leads to another address (status 301): give that one with --url.\n",
    });
    const other = await answering((_, response) => void response.writeHead(405).end());
    expect(await sendTo(other.url)).toEqual({
      status: 1,
      stderr:
        "The bot did not take this message (status 405). Its log may tell why; is it a bot that is at this address?\n",
    });
  });

  it("no answer comes in time", async () => {
    const isLate = AbortSignal.abort(new DOMException("late", "TimeoutError"));
    const timeout = vi.spyOn(AbortSignal, "timeout").mockReturnValue(isLate);
    onTestFinished(() => timeout.mockRestore());
    const options = { dataDir: newDataDir(), env: { PORT: "8080" } };
    const { status, stderr } = await runFaqHere(["send", "web", question], options);
    const sentence =
      "The bot at http://localhost:8080 is there, but gives no answer within 30 s. Its log may tell why.\n";
    expect([status, stderr]).toEqual([1, sentence]);
  });

  it("a bot elsewhere, without the settings that would sign for it", async () => {
    const args = ["send", "line", "--url", "https://bot.example.org", question];
    const { status, stderr } = await runFaqHere(args, { dataDir: newDataDir() });
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /set LINE_CHANNEL_SECRET and LINE_CHANNEL_ACCESS_TOKEN: they sign as LINE does/,
    );
  });

  it("a channel that there isn't, or an address that is none", async () => {
    const dataDir = newDataDir();
    expect((await runFaqHere(["send", "fax", question], { dataDir })).status).toBe(2);
    expect((await runFaqHere(["send", "web", "--url", "bot", question], { dataDir })).status).toBe(
      2,
    );
  });
});
