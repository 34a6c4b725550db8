// Platform and store in a process of their own, so that their work isn't taken for the bot's.
import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { StoreMode } from "./slow-store.ts";

/** How long each takes to answer. */
export interface Delays {
  readonly platformMs: number;
  readonly storeMs: number;
}

export interface Addresses {
  readonly platform: string;
  readonly store: string;
  readonly countsTable: string;
  readonly eventsTable: string;
  /** Answers a POST to `/130` after 130 ms, and does nothing else. */
  readonly bare: string;
}

export interface Totals {
  readonly counted: number;
  readonly claimed: number;
  /** People who got a reply, and replies in all. */
  readonly people: number;
  readonly replies: number;
  /** What the platform found wrong with calls. */
  readonly problems: readonly string[];
}

export type Question =
  | { readonly kind: "start"; readonly delays: Delays }
  | { readonly kind: "become"; readonly mode: StoreMode }
  | { readonly kind: "totals" };

export interface StandIns {
  readonly addresses: Addresses;
  become(mode: StoreMode): Promise<void>;
  totals(): Promise<Totals>;
  stop(): void;
}

export async function startStandIns(delays: Delays): Promise<StandIns> {
  const child = fork(join(import.meta.dirname, "stand-ins-process.ts"), {
    execArgv: ["--import", import.meta.resolve("tsx")],
    env: { ...process.env, NODE_NO_WARNINGS: "1" },
  });
  const addresses = await ask<Addresses>(child, { kind: "start", delays });
  return {
    addresses,
    become: (mode) => ask(child, { kind: "become", mode }),
    totals: () => ask(child, { kind: "totals" }),
    stop: () => child.disconnect(),
  };
}

/** One question at a time. */
function ask<Answer>(child: ChildProcess, question: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const gone = () => reject(new Error("The stand-ins have ended."));
    child.once("exit", gone);
    child.once("message", ({ answer }: { answer: Answer }) => {
      child.off("exit", gone);
      resolve(answer);
    });
    child.send(question);
  });
}
