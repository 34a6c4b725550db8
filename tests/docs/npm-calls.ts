// Calls of npm and of what its scripts start: held to package.json, the benches and the tests.
import { execFile } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { readDocument, root } from "./documents.ts";
import { faqFault } from "./faq-calls.ts";

const scripts: Readonly<Record<string, string>> = JSON.parse(readDocument("package.json")).scripts;

export async function npmFault([first = "", ...rest]: readonly string[]): Promise<
  string | undefined
> {
  switch (first) {
    case "ci":
      return rest.every((word) => word === "--ignore-scripts") ? undefined : "npm ci takes no more";
    case "audit":
      return /^(signatures|--omit=dev)?$/.test(rest.join(" ")) ? undefined : "npm audit";
    case "start":
    case "test":
      return scriptFault(first, rest);
    case "run": {
      const [name = "", ...args] = rest.filter((word) => word !== "--silent");
      return scriptFault(name, args);
    }
    default:
      return `npm ${first} is not known`;
  }
}

async function scriptFault(name: string, given: readonly string[]): Promise<string | undefined> {
  if (!Object.hasOwn(scripts, name)) return `package.json has no script ${name}`;
  if (given.length > 0 && given[0] !== "--") return `${given[0]} goes to npm: -- is missing`;
  const args = given.slice(1);
  if (name === "faq") return faqFault(args);
  if (name === "bench") return benchFault(args);
  if (name === "test") return args.length > 0 ? vitestFault(["run", ...args]) : undefined;
  return args.length > 0 ? `${name} takes no arguments` : undefined;
}

let benches: Promise<ReadonlyMap<string, string>> | undefined;

/** What each bench says that it takes. */
async function readBenches(): Promise<ReadonlyMap<string, string>> {
  const args = ["--import", "tsx", "tests/bench/index.ts", "--help"];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
  const lines = [...stdout.matchAll(/^ {2}(\S+) +(.+)$/gm)];
  return new Map(lines.map(([, name = "", what = ""]) => [name, what]));
}

async function benchFault([name = "", ...args]: readonly string[]): Promise<string | undefined> {
  benches ??= readBenches();
  // Without a name it lists them.
  if (name === "") return undefined;
  const what = (await benches).get(name);
  if (what === undefined) return `there is no bench ${name}`;
  const options = args.filter((word) => word.startsWith("-"));
  return options.find((option) => !what.includes(`[${option}`)) ? `${name}: ${args}` : undefined;
}

/** Vitest runs the test files whose paths contain what is given, and of them those tests whose names do. */
export function vitestFault([first, ...args]: readonly string[]): string | undefined {
  if (first !== "run") return "vitest is called with run";
  const at = args.indexOf("-t");
  const paths = at < 0 ? args : args.slice(0, at);
  const [title, ...more] = at < 0 ? [] : args.slice(at + 1);
  if (more.length > 0 || paths.length === 0) return "vitest run PATH … [-t NAME]";
  for (const path of paths) {
    const files = testFilesAt(path);
    if (files.length === 0) return `there are no tests in ${path}`;
    const hasTitle = (file: string) => readFileSync(file, "utf8").includes(title ?? "");
    if (!files.some(hasTitle)) return `no test of ${path} is named ${title}`;
  }
  return undefined;
}

function testFilesAt(path: string): string[] {
  const whole = join(root, path);
  const status = path.startsWith("tests/deploy")
    ? undefined
    : statSync(whole, { throwIfNoEntry: false });
  if (!status) return [];
  const files = status.isFile()
    ? [whole]
    : readdirSync(whole, { recursive: true, encoding: "utf8" }).map((name) => join(whole, name));
  return files.filter((name) => name.endsWith(".test.ts"));
}
