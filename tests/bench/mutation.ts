// Plants one fault at a time where the promises are kept, with Stryker, and sees a test fail.
import { rmSync } from "node:fs";
import type { LogLevel } from "@stryker-mutator/api/core";
import { Stryker } from "@stryker-mutator/core";
import { formatTable } from "../../bin/table.ts";
import { percent } from "./percent.ts";

/** What is mutated together, and the tests that say what it has to do. */
interface Group {
  readonly mutate: readonly string[];
  readonly tests: readonly string[];
}

const counts = "functions/webhook/counts";
const channels = "functions/webhook/channels";

const groups: Readonly<Record<string, Group>> = {
  journey: {
    mutate: [`${counts}/{journey,event}.ts`],
    tests: ["tests/counts/{journey,model,embedded-contract}.test.ts"],
  },
  store: {
    mutate: [`${counts}/dynamo{,-errors,-writes}.ts`, "functions/webhook/breaker.ts"],
    tests: ["tests/counts/dynamo{,-contract,-errors}.test.ts", "tests/breaker.test.ts"],
  },
  signatures: {
    mutate: [`${channels}/{signature,meta,twilio-url}.ts`],
    tests: ["tests/channels/{signature,meta,meta-settings,twilio-signature,twilio-url}.test.ts"],
  },
  keys: {
    mutate: [`${counts}/{cell,event-key,partition,day}.ts`],
    tests: ["tests/counts/{cell,event-key,partition,day}.test.ts"],
  },
  logger: {
    mutate: ["functions/webhook/{log,log-codes,log-record,metrics}.ts"],
    tests: ["tests/{log,metrics}.test.ts"],
  },
  guard: {
    mutate: ["functions/webhook/matching/{guard,excerpt}.ts"],
    tests: ["tests/matching/{guard,excerpt}.test.ts"],
  },
};

const leastKilled = 0.9;
const workFolder = ".stryker";

interface Score {
  readonly name: string;
  readonly killed: number;
  readonly mutants: number;
}

export async function benchMutation(args: readonly string[]): Promise<void> {
  const names = args.length > 0 ? args : Object.keys(groups);
  const unknown = names.find((name) => !Object.hasOwn(groups, name));
  if (unknown !== undefined) {
    process.stderr.write(`There is no group ${unknown}: ${Object.keys(groups).join(", ")}.\n`);
    process.exitCode = 2;
    return;
  }
  const scores: Score[] = [];
  for (const name of names) scores.push(await mutate(name, groups[name] as Group));
  rmSync(workFolder, { recursive: true, force: true });

  const sum = (of: (score: Score) => number) => scores.reduce((all, score) => all + of(score), 0);
  const all = { name: "all", killed: sum(({ killed }) => killed), mutants: sum((s) => s.mutants) };
  process.stdout.write(
    `\n${formatTable(
      ["", "mutants", "killed", "%"],
      [...scores, all].map(({ name, killed, mutants }) => [
        name,
        String(mutants),
        String(killed),
        percent(killed / mutants),
      ]),
    )}\n`,
  );
  if (all.killed < leastKilled * all.mutants) process.exitCode = 1;
}

/** Prints those that survive, each with its place. */
async function mutate(name: string, { mutate, tests }: Group): Promise<Score> {
  process.stderr.write(`${name}\n`);
  process.env.MUTATION_TESTS = tests.join(" ");
  const stryker = new Stryker({
    testRunner: "vitest",
    plugins: ["@stryker-mutator/vitest-runner"],
    vitest: { configFile: "vitest.mutation.config.ts" },
    coverageAnalysis: "perTest",
    mutate: [...mutate],
    ignorePatterns: ["docs", "dist", "cdk.out", "/faq", ".data", "/lib", "tests/page"],
    // Stryker would rewrite it by the compiler's old interface; the tests need none.
    tsconfigFile: "no-tsconfig.json",
    tempDirName: `${workFolder}/sandbox`,
    reporters: ["clear-text"],
    clearTextReporter: {
      allowColor: false,
      logTests: false,
      reportTests: false,
      reportMutants: true,
      reportScoreTable: false,
    },
    logLevel: "error" as LogLevel,
    allowConsoleColors: false,
    concurrency: 2,
    timeoutMS: 20_000,
  });
  const mutants = (await stryker.runMutationTest()).filter(({ status }) => isJudged(status));
  const killed = mutants.filter(({ status }) => status === "Killed" || status === "Timeout");
  return { name, killed: killed.length, mutants: mutants.length };
}

/** Not those that a comment in the source takes out, with its reason. */
function isJudged(status: string): boolean {
  return status !== "Ignored" && status !== "CompileError" && status !== "RuntimeError";
}
