// A real browser and a small server for the tests that need both.
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, type BrowserContextOptions, chromium } from "playwright-core";

export const chromiumPath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
export const hasChromium = existsSync(chromiumPath);
/** For the name of a suite, so that a skipped one says why. */
export const needsChromium = hasChromium
  ? ""
  : ` (skipped: no Chromium at ${chromiumPath}; CHROMIUM_PATH names another)`;

const quiet = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export interface Profile {
  readonly context: BrowserContext;
  /** The address of every request that any of its pages made. */
  readonly requested: readonly string[];
  close(): Promise<void>;
}

/** A browser with a profile of its own, which is removed when it closes. */
export async function openBrowser(options: BrowserContextOptions = {}): Promise<Profile> {
  const folder = await mkdtemp(join(tmpdir(), "chat-page-"));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: chromiumPath,
    args: quiet,
    ...options,
  });
  const requested: string[] = [];
  context.on("request", (request) => requested.push(request.url()));
  return {
    context,
    requested,
    async close() {
      await context.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export interface TestServer {
  /** `http://localhost:<port>`, which browsers treat as secure. */
  readonly origin: string;
  close(): Promise<void>;
}

export async function serve(
  answer: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>,
): Promise<TestServer> {
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
