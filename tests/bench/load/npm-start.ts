// A bot of `npm start` in processes of its own: where it listens, what it logs, what it costs.
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

const root = join(import.meta.dirname, "../../..");

export interface StartedBot {
  readonly origin: string;
  /** How many lines of each event it has logged. */
  logged(event: string): number;
  /** Time that its processes have had on a core. */
  cpuMs(): number;
  stop(): Promise<void>;
}

export async function npmStart(
  environment: Readonly<Record<string, string>>,
  serveArguments: readonly string[] = [],
): Promise<StartedBot> {
  // npm is the parent of a shell that is the parent of the bot: a group of their own ends as one.
  const child = spawn("npm", ["start", "--", ...serveArguments], {
    cwd: root,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env.PATH, HOME: environment.DATA_DIR, ...environment },
  });
  const group = child.pid;
  if (group === undefined) throw new Error("npm could not be started");
  const kill = () => {
    try {
      process.kill(-group, "SIGKILL");
    } catch {
      // It has ended by itself.
    }
  };
  process.once("exit", kill);
  const closed = new Promise<void>((resolve) => child.once("close", () => resolve()));

  const events = new Map<string, number>();
  const written: string[] = [];
  createInterface({ input: child.stderr }).on("line", (line) => {
    const event = eventOf(line);
    if (event === undefined) written.push(line);
    else events.set(event, (events.get(event) ?? 0) + 1);
  });
  const origin = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      const port = /listening on http:\/\/localhost:(\d+)$/.exec(line)?.[1];
      if (port) resolve(`http://127.0.0.1:${port}`);
    });
    child.once("close", () => reject(new Error(`npm start ended:\n${written.join("\n")}`)));
  });
  return {
    origin,
    logged: (event) => events.get(event) ?? 0,
    cpuMs: () => cpuMsOf(group),
    async stop() {
      kill();
      await closed;
      process.off("exit", kill);
    },
  };
}

/** `undefined` of a line that is no record of the log. */
function eventOf(line: string): string | undefined {
  try {
    return JSON.parse(line).event;
  } catch {
    return undefined;
  }
}

/** Linux counts it in hundredths of a second; see proc_pid_stat(5). */
const msPerTick = 10;

function cpuMsOf(group: number): number {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(statOf)
    .filter(([, , processGroup]) => Number(processGroup) === group)
    .reduce((sum, stat) => sum + (Number(stat[11]) + Number(stat[12])) * msPerTick, 0);
}

/** What follows the name, which may hold blanks and brackets itself: state, parent, group … */
function statOf(pid: string): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return []; // It ended meanwhile.
  }
}
