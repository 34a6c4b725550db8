// A bot that serves in a process of its own until the test is over.
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { onTestFinished } from "vitest";
import { ended, startFaq } from "./run-faq.ts";

export interface Serving {
  readonly origin: string;
  readonly child: ChildProcessWithoutNullStreams;
  /** Waits until something was written to either stream. */
  wrote(pattern: RegExp): Promise<RegExpExecArray>;
}

export async function serve(
  faq: string,
  dataDir: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Serving> {
  const child = startFaq(["serve", "--faq", faq], { dataDir, env: { PORT: "0", ...env } });
  const hasEnded = ended(child);
  onTestFinished(async () => {
    child.kill();
    await hasEnded;
  });
  let written = "";
  const watchers = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      written += chunk;
      for (const look of watchers) look();
    });
  }
  const wrote = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(written);
        if (!found) return;
        watchers.delete(look);
        resolve(found);
      };
      watchers.add(look);
      child.once("close", () => reject(new Error(`It ended after writing: ${written}`)));
      look();
    });
  const [, origin = ""] = await wrote(/^Jelas is listening on (http:\/\/localhost:\d+)$/m);
  return { origin, child, wrote };
}
