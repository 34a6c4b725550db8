// One line on the terminal that shows how far long work has come; silent where nobody watches.
import { canRedraw } from "./terminal.ts";

export interface Progress {
  /** From 0 to 1. */
  show(share: number): void;
  end(): void;
}

export function startProgress(
  label: string,
  stream = process.stderr,
  environment = process.env,
): Progress {
  const isSeen = canRedraw(stream, environment);
  let shown = "";
  const draw = (line: string) => {
    if (!isSeen || line === shown) return;
    stream.write(`\r${line.padEnd(shown.length)}`);
    shown = line;
  };
  return {
    show: (share) => draw(`${label} ${Math.round(share * 100)} %`),
    end() {
      draw("");
      if (isSeen) stream.write("\r");
    },
  };
}

/** Shows how far this work has come, and wipes the line however it ends. */
export function withProgress<Result>(
  label: string,
  work: (show: Progress["show"]) => Result,
): Result {
  const progress = startProgress(label);
  try {
    return work(progress.show);
  } finally {
    progress.end();
  }
}
