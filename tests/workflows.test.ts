// The workflow files for whoever forks the project: they can't be run here, so what can be held of
// them without GitHub is.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { commands } from "../bin/commands/index.ts";

const root = join(import.meta.dirname, "..");
const folder = join(root, ".github/workflows");
const files = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
const textOf = (file: string) => readFileSync(join(folder, file), "utf8");

interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}
interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly "timeout-minutes"?: number;
  readonly environment?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly steps?: readonly Step[];
}
interface Workflow {
  readonly on: unknown;
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const allowedActions = [
  "actions/checkout",
  "actions/setup-node",
  "aws-actions/configure-aws-credentials",
];

/** What others can write: titles, texts, names of branches and people. */
const eventData = /\$\{\{[^}]*(github\.(event|head_ref|base_ref|ref_name|actor)|inputs)\b/;

let program: Command;
beforeAll(async () => {
  program = new Command();
  for (const add of Object.values(commands)) await add(program);
});

/** Everything that should not be so in a workflow's text. */
function faultsOf(text: string): string[] {
  const { on, permissions, jobs } = parse(text) as Workflow;
  const steps = Object.values(jobs).flatMap((job) => job.steps ?? []);
  const uses = [...Object.values(jobs), ...steps].flatMap((one) => one.uses ?? []);
  const scripts = steps.flatMap(({ run }) => run ?? []);
  return [
    ...(/pull_request_target/.test(JSON.stringify(on)) ? ["runs on pull_request_target"] : []),
    ...(permissions ? [] : ["has no permissions"]),
    ...Object.entries(jobs).flatMap(([name, job]) =>
      Number.isInteger(job["timeout-minutes"]) ? [] : [`job ${name} may run for ever`],
    ),
    ...uses
      .filter((action) => !allowedActions.includes(action.split("@")[0] ?? ""))
      .map((action) => `uses ${action}`),
    ...uses
      .filter((action) => !/@(v\d+|[0-9a-f]{40})$/.test(action))
      .map((action) => `takes whatever ${action} is`),
    ...scripts.filter((script) => eventData.test(script)).map(() => "has event data in a script"),
    ...scripts.flatMap(commandFaults),
  ];
}

/** Calls of npm, npx and faq that name what isn't there. */
function commandFaults(script: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return [...script.matchAll(/\b(npm|npx) ([^\n>|]*)/g)].flatMap(([call, tool, rest = ""]) => {
    const words = rest.trim().split(/\s+/);
    if (tool === "npx") {
      const isThere = existsSync(join(root, "node_modules/.bin", words[0] ?? ""));
      return isThere ? [] : [`${call}: no such tool`];
    }
    if (words[0] === "ci" || (words[0] === "test" && scripts.test)) return [];
    const [name, ...args] = words.slice(1).filter((word) => word !== "--silent");
    if (words[0] !== "run" || !scripts[name ?? ""]) return [`${call}: no such script`];
    return name === "faq" ? faqFaults(call, args) : [];
  });
}

function faqFaults(call: string, [dashes, name, ...args]: readonly string[]): string[] {
  const command = program.commands.find((one) => one.name() === name);
  if (dashes !== "--" || !command) return [`${call}: no such command`];
  const known = command.options.map(({ long }) => long);
  const given = args.filter((arg) => arg.startsWith("--"));
  return given.filter((arg) => !known.includes(arg)).map((arg) => `${call}: no option ${arg}`);
}

describe("a workflow", () => {
  it.each(files)("%s is in order", (file) => {
    expect(faultsOf(textOf(file))).toEqual([]);
  });

  it("is there for checks, answers and deployments", () => {
    expect(files.sort()).toEqual(["answers.yml", "check.yml", "deploy.yml"]);
  });

  const sound = (run: string) => `on: push
permissions: {contents: read}
jobs: {a: {timeout-minutes: 5, steps: [{run: ${JSON.stringify(run)}}]}}`;

  it.each([
    ["npm run nothing", "npm run nothing: no such script"],
    ["npm install", "npm install: no such script"],
    ["npx nothing-of-ours", "npx nothing-of-ours: no such tool"],
    ["npm run --silent faq -- nothing", "npm run --silent faq -- nothing: no such command"],
    [
      "npm run --silent faq -- smoke $URL --wiat 5 > x",
      "npm run --silent faq -- smoke $URL --wiat 5 : no option --wiat",
    ],
    [`echo '$${"{{ github.event.issue.title }}"}'`, "has event data in a script"],
    [`git switch $${"{{ github.head_ref }}"}`, "has event data in a script"],
  ])("that runs %j is not", (run, fault) => {
    expect(faultsOf(sound(run))).toEqual([fault]);
  });

  it("that may do too much, too long, or with strangers' actions is not", () => {
    const text = `on: [pull_request_target]
jobs: {a: {steps: [{uses: someone/thing@v1}, {uses: actions/checkout@main}]}}`;
    expect(faultsOf(text)).toEqual([
      "runs on pull_request_target",
      "has no permissions",
      "job a may run for ever",
      "uses someone/thing@v1",
      "takes whatever actions/checkout@main is",
    ]);
  });
});

describe("permissions", () => {
  const jobsThatMay = (what: string) =>
    files.flatMap((file) => {
      const { permissions, jobs } = parse(textOf(file)) as Workflow;
      expect(permissions).toEqual({ contents: "read" });
      return Object.entries(jobs)
        .filter(([, job]) => job.permissions?.[what] === "write")
        .map(([name, job]) => ({ where: `${file} ${name}`, job }));
    });

  it("to act in AWS are for the deployment alone, which waits for its environment", () => {
    const found = jobsThatMay("id-token");
    expect(found.map(({ where }) => where)).toEqual(["deploy.yml deploy"]);
    expect(found[0]?.job.environment).toBe("production");
  });

  it("to comment are for a job that runs nothing of the pull request", () => {
    const found = jobsThatMay("pull-requests");
    expect(found.map(({ where }) => where)).toEqual(["answers.yml comment"]);
    expect(found[0]?.job.steps?.filter(({ uses, run = "" }) => uses || /np[mx]/.test(run))).toEqual(
      [],
    );
    expect(found[0]?.job.if).toContain("head.repo.full_name == github.repository");
  });

  it("need no secret", () => {
    for (const file of files) expect(textOf(file)).not.toMatch(/secrets\./);
  });
});
