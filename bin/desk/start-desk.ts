// Starts the desk: a process beside the server that reads, learns and judges, so that the server
// goes on answering meanwhile.
import { decodeModel } from "../../functions/webhook/matching/model-file.ts";
import type { OpenFaq } from "../open-faq.ts";
import { startProgress } from "../progress.ts";
import { canRedraw } from "../terminal.ts";
import { UserError } from "../user-error.ts";
import type { WorkshopState } from "../workshop/state.ts";
import { forkScript } from "./fork-script.ts";
import { learningEnded } from "./learning-ended.ts";
import type { DeskMessage, DeskOrder } from "./messages.ts";

export interface Desk {
  /** @throws UserError if the FAQ can't be used */
  readonly first: Promise<OpenFaq>;
  /** Hands over every later FAQ, and tells the terminal what came of each save. */
  follow(use: (faq: OpenFaq) => void): void;
  /** Has it send states too. */
  show(): void;
  stop(): void;
}

export function startDesk(folder: string, onState: (state: WorkshopState) => void): Desk {
  const child = forkScript(new URL("main.ts", import.meta.url), [folder]);
  let progress: ReturnType<typeof startProgress> | undefined;
  let hasServed = false;
  const endProgress = () => {
    progress?.end();
    progress = undefined;
  };
  const listen = (take: (message: DeskMessage) => void) => {
    child.removeAllListeners("message");
    child.on("message", (message: DeskMessage) => {
      if (message.kind === "progress") {
        if (!progress && !hasServed && !canRedraw(process.stderr)) {
          process.stderr.write("Learning the FAQ, which takes half a minute or so, once.\n");
        }
        progress ??= startProgress("Learning the FAQ");
        return progress.show(message.share);
      }
      if (message.kind === "state") return onState(message.state);
      endProgress();
      take(message);
    });
  };

  const first = new Promise<OpenFaq>((resolve, reject) => {
    listen((message) => {
      if (message.kind === "faq") {
        hasServed = true;
        // Whatever comes before `follow` listens waits in the channel.
        child.removeAllListeners("message");
        resolve(opened(message));
      }
      if (message.kind === "refused") reject(new UserError(message.message, message.exitCode));
    });
    child.once("error", reject);
    child.once("exit", (status, signal) => reject(learningEnded(status, signal)));
  });
  return {
    first,
    follow(use) {
      let hastyBuild = "";
      listen((message) => {
        tell(message, hastyBuild);
        if (message.kind !== "faq") return;
        hastyBuild = message.isHasty ? message.faq.build : "";
        use(opened(message));
      });
      child.once("exit", () => {
        process.stderr.write("Changes of the FAQ are no longer noticed: start again.\n");
      });
    },
    show: () => {
      const order: DeskOrder = "show";
      if (child.connected) child.send(order);
    },
    stop() {
      child.removeAllListeners();
      child.kill();
    },
  };
}

type FaqMessage = Extract<DeskMessage, { kind: "faq" }>;

function opened({ faq, model }: FaqMessage): OpenFaq {
  return { ...faq, ...decodeModel(model) };
}

/** `hastyBuild` names the FAQ whose thorough lesson is still to come. */
function tell(message: DeskMessage, hastyBuild: string): void {
  if (message.kind === "note") process.stderr.write(`${message.message}\n`);
  if (message.kind === "refused") {
    process.stderr.write(`${message.message}\nThe last good FAQ stays in use.\n`);
  }
  if (message.kind === "faq") process.stdout.write(`${tellUse(message, hastyBuild)}\n`);
}

function tellUse({ faq, isHasty }: FaqMessage, hastyBuild: string): string {
  if (isHasty) return "The FAQ has changed and is in use; what is new is being learnt thoroughly.";
  return faq.build === hastyBuild
    ? "What is new has been learnt thoroughly."
    : "The FAQ has changed and is in use.";
}
