// Asks a built bundle in a fresh process that has nothing but what Lambda would give it.
import { type ChildProcess, fork } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { apiEvent } from "../api-event.ts";
import { trialValues } from "../trial/values.ts";
import type { BotRequest } from "./bot-request.ts";

export interface BundleAnswer {
  readonly status: number;
  readonly body: string;
}

export type BundleAnswers =
  | {
      readonly kind: "answers";
      /** In the order of the requests. */
      readonly answers: readonly BundleAnswer[];
      /** To the first request, from a bundle that was started with Lambda's variables. */
      readonly onLambda: BundleAnswer;
    }
  /** It could not be started, or it ended or went silent on the way. */
  | { readonly kind: "broken"; readonly reason: string };

/** Names that nothing answers to: the first request must not touch tables or the parameter. */
const lambdaEnvironment = {
  AWS_LAMBDA_FUNCTION_NAME: "smoke-test",
  AWS_REGION: "us-east-1",
  COUNTS_TABLE: "smoke-test-counts",
  EVENTS_TABLE: "smoke-test-events",
  SETTINGS_PARAMETER: "/smoke-test/settings",
  METRICS_NAMESPACE: "smoke-test",
};

/** A FAQ of hundreds of entries needs seconds; what takes longer has gone silent. */
const patienceMs = 60_000;

export async function askBundle(
  folder: string,
  requests: readonly BotRequest[],
  timeoutMs = patienceMs,
): Promise<BundleAnswers> {
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), "jelas-smoke-")));
  try {
    // Away from our node_modules, where a bundle would find a package that was left out of it.
    const copy = join(scratch, "bundle");
    cpSync(folder, copy, { recursive: true });
    const dataDir = join(scratch, "data");
    mkdirSync(dataDir);
    return await run(scratch, timeoutMs, {
      bundle: pathToFileURL(join(copy, "index.mjs")).href,
      lambdaEnvironment,
      requests: requests.map(eventOf),
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function run(scratch: string, timeoutMs: number, task: object): Promise<BundleAnswers> {
  const child = fork(join(import.meta.dirname, "bundle-runner.mjs"), {
    cwd: scratch,
    // Made-up settings turn every channel on, so that each has a signature to ask for.
    env: { DATA_DIR: join(scratch, "data"), ...trialValues({}) },
    execArgv: [],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  const written = child.stderr ? text(child.stderr) : Promise.resolve("");
  const timer = setTimeout(() => child.kill("SIGKILL"), timeoutMs);
  const startedAt = Date.now();
  try {
    return (await messageFrom(child, task)) ?? (await ending());
  } finally {
    clearTimeout(timer);
  }

  async function ending(): Promise<BundleAnswers> {
    if (Date.now() - startedAt >= timeoutMs) {
      return { kind: "broken", reason: `it went silent for ${timeoutMs / 1000} s` };
    }
    const lastLine = (await written).trim().split("\n").at(-1);
    return {
      kind: "broken",
      reason: `its process ended with status ${child.exitCode}${lastLine ? `: ${lastLine}` : ""}`,
    };
  }
}

/** Once the process is over; `undefined` if it ended without a word. */
function messageFrom(child: ChildProcess, task: object): Promise<BundleAnswers | undefined> {
  return new Promise((resolve, reject) => {
    let answers: BundleAnswers | undefined;
    child.once("message", (message) => {
      answers = message as BundleAnswers;
    });
    child.once("error", reject);
    child.once("close", () => resolve(answers));
    child.send(task, () => {}); // A process that ended before it listened is told by its end.
  });
}

function eventOf({ method, path, body, mediaType = "application/json" }: BotRequest): object {
  const headers = { "content-type": mediaType, host: "bot.example.org" };
  return apiEvent({ method, target: path, headers, ...(body === undefined ? {} : { body }) });
}
