// The scripts in the workflow files, run as GitHub would, with stand-ins for `gh` and `npm`.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parse } from "yaml";
import { commentMark } from "../bin/diff/format-markdown.ts";
import { stageForm } from "../lib/names.ts";

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly shell?: string;
  readonly run?: string;
}

const hasJq = spawnSync("jq", ["--version"]).status === 0;

let scratch: string;
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "jelas-workflows-"));
  // Answers what it is told to, and keeps what it was asked.
  const gh = `#!/bin/sh
echo "$@" >> "$SCRATCH/asked"
case "$*" in *body=@*) cp comment.md "$SCRATCH/body";; *) printf '%s' "$GH_ANSWER";; esac
`;
  writeFileSync(join(scratch, "gh"), gh);
  chmodSync(join(scratch, "gh"), 0o755);
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function runStep(file: string, job: string, name: string, env: Record<string, string>) {
  const path = join(import.meta.dirname, "../.github/workflows", file);
  const workflow = parse(readFileSync(path, "utf8")) as Workflow;
  const step = workflow.jobs[job]?.steps.find((one) => one.id === name || one.name === name);
  if (!step?.run) throw new Error(`${file} has no script ${name}.`);
  for (const path of ["asked", "body", "output", "summary"]) writeFileSync(join(scratch, path), "");
  // GitHub minds what fails within a pipe only where a step names the shell.
  const shell = step.shell === "bash" ? ["-e", "-o", "pipefail"] : ["-e"];
  const { status, stderr } = spawnSync("bash", [...shell, "-c", step.run], {
    cwd: scratch,
    env: {
      PATH: `${scratch}:${process.env.PATH}`,
      // Without it, bash asks the system who we are, which may take a second.
      HOME: scratch,
      SCRATCH: scratch,
      GITHUB_OUTPUT: join(scratch, "output"),
      GITHUB_STEP_SUMMARY: join(scratch, "summary"),
      GITHUB_REPOSITORY: "invented/bot",
      ...env,
    },
    encoding: "utf8",
  });
  const read = (path: string) => readFileSync(join(scratch, path), "utf8");
  return {
    status,
    stderr,
    output: read("output"),
    summary: read("summary"),
    asked: read("asked"),
    body: read("body"),
  };
}

const ready = {
  AWS_ROLE: "arn:aws:iam::123456789012:role/invented",
  AWS_REGION: "ap-southeast-3",
  GITHUB_REF: "refs/heads/main",
  GITHUB_EVENT_NAME: "workflow_run",
  HAS_PASSED: "true",
  CHECKED: "abc",
  GH_ANSWER: "abc",
  STAGE: "",
};
const byHand = { ...ready, GITHUB_EVENT_NAME: "workflow_dispatch", HAS_PASSED: "false" };
const decide = (env: Record<string, string>) => runStep("deploy.yml", "decide", "decide", env);

it.each([
  ["checks of main have passed", ready],
  ["somebody asks for it", byHand],
  ["somebody asks for a stage", { ...byHand, STAGE: "dev" }],
])("deploys where %s", (_, env) => {
  expect(decide(env)).toMatchObject({ status: 0, output: "deploys=true\n" });
});

it.each([
  ["a fork that has no role", { ...ready, AWS_ROLE: "" }, "are not set"],
  ["checks that failed", { ...ready, HAS_PASSED: "false" }, "not checks of main that passed"],
  ["a commit that main has left behind", { ...ready, CHECKED: "older" }, "main has moved on"],
  ["another branch", { ...byHand, GITHUB_REF: "refs/heads/idea" }, "only main"],
])("deploys nothing, and is green, for %s", (_, env, why) => {
  const { status, output, summary } = decide(env);
  expect({ status, output }).toEqual({ status: 0, output: "" });
  expect(summary).toContain(why);
});

it.each(["Dev", "a b", "$(id)", "-x", "x".repeat(17)])("refuses the stage %j", (STAGE) => {
  expect(stageForm.test(STAGE)).toBe(false);
  expect(decide({ ...byHand, STAGE })).toMatchObject({ status: 1, output: "" });
});

const said = `${commentMark}\n### Apa yang berubah?\n`;
const comment = (GH_ANSWER: string, text = said) =>
  runStep("answers.yml", "comment", "Say so on the pull request", {
    COMMENT: gzipSync(text).toString("base64"),
    PULL: "7",
    GH_ANSWER,
  });

it("makes a comment where there is none, looking for the mark that it bears", () => {
  const { status, asked, body } = comment("");
  expect(status).toBe(0);
  expect(asked).toContain(`startswith("${commentMark}")`);
  expect(asked).toContain("api --silent repos/invented/bot/issues/7/comments -F");
  expect(body).toBe(said);
});

it("writes over the first of its comments where there are some", () => {
  const { status, asked } = comment("41\n42\n");
  expect(status).toBe(0);
  expect(asked).toContain("--method PATCH repos/invented/bot/issues/comments/41 -F");
});

it("says nothing where nothing was found out", () => {
  expect(comment("", "")).toMatchObject({ status: 0, asked: "" });
});

/** From now on, what `npm` does. */
function standInForNpm(script: string): void {
  writeFileSync(join(scratch, "npm"), `#!/bin/sh\n${script}\n`);
  chmodSync(join(scratch, "npm"), 0o755);
}

it("packs what was said and keeps how it ended", () => {
  standInForNpm(`echo "$@" > "$SCRATCH/asked"\necho 'It is "broken"'\nexit 1`);
  const { status, output, summary, asked } = runStep("answers.yml", "diff", "diff", {
    BASE: "main",
  });
  expect(status).toBe(1);
  expect(asked).toBe("run --silent faq -- diff origin/main --format markdown\n");
  expect(summary).toBe('It is "broken"\n');
  const [, packed = ""] = /^comment=(\S+)\n$/.exec(output) ?? [];
  expect(gunzipSync(Buffer.from(packed, "base64")).toString()).toBe(summary);
});

it.runIf(hasJq)("reads the addresses out of the outputs of any stage", () => {
  const outputs = { "Jelas-dev": { ChatPage: "https://bot.example/", Function: "Jelas-dev-F" } };
  writeFileSync(join(scratch, "outputs.json"), JSON.stringify(outputs));
  const where = () => runStep("deploy.yml", "deploy", "where", {});
  expect(where().output).toBe("url=https://bot.example/\nfunction=Jelas-dev-F\n");
  writeFileSync(join(scratch, "outputs.json"), JSON.stringify({ Jelas: {} }));
  expect(where().status).not.toBe(0);
});

const before = (FUNCTION: string) => runStep("deploy.yml", "deploy", "before", { FUNCTION });

it("asks for no version where no function is known", () => {
  standInForNpm("exit 1");
  expect(before("")).toMatchObject({ status: 0, output: "" });
});

it.runIf(hasJq)("notes which version answers before it deploys", () => {
  standInForNpm(`echo '{"live": "7"}'`);
  expect(before("Jelas-F")).toMatchObject({ status: 0, output: "live=7\n" });
});

it.runIf(hasJq)("deploys nothing where it is refused which version answers", () => {
  standInForNpm("exit 1");
  expect(before("Jelas-F")).toMatchObject({ status: 1, output: "" });
});
