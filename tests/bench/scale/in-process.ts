// Runs one of this folder's scripts in a process of its own: its memory and its first time are its.
import { fork } from "node:child_process";
import { join } from "node:path";

export type News<Result> =
  | { readonly kind: "progress"; readonly share: number }
  | { readonly kind: "result"; readonly result: Result };

/** What the script tells last; rejects with why where it ended without that. */
export function runInProcess<Result>(
  script: string,
  args: readonly string[],
  onProgress: (share: number) => void = () => {},
): Promise<Result> {
  const child = fork(join(import.meta.dirname, script), args, {
    execArgv: ["--import", import.meta.resolve("tsx"), "--expose-gc"],
    env: { ...process.env, NODE_NO_WARNINGS: "1" },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let errors = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  let told: { readonly result: Result } | undefined;
  child.on("message", (news: News<Result>) => {
    if (news.kind === "progress") onProgress(news.share);
    else told = news;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status, signal) => {
      if (told) resolve(told.result);
      else reject(new Error(whyItEnded(errors, signal ?? `status ${status}`)));
    });
  });
}

/** The sentence that tells a person most of what a process wrote as it died. */
export function whyItEnded(errors: string, ending: string): string {
  if (/heap out of memory|allocation failed/i.test(errors)) return "it ran out of memory";
  const said = errors.split("\n").find((line) => /^\s*\w*Error\b/.test(line));
  return said === undefined ? `it ended with ${ending}` : said.trim();
}

/** For the script: tells the process that began it. */
export function tell<Result>(news: News<Result>): void {
  process.send?.(news);
}
