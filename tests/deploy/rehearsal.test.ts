// The whole life of a deployment, rehearsed: as the README says it, against moto in AWS's place.
import { type ChildProcess, spawn } from "node:child_process";
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  GetAliasCommand,
  GetFunctionCommand,
  ListVersionsByFunctionCommand,
} from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeDelivery } from "../../bin/trial/deliveries.ts";
import { liveAlias } from "../../lib/names.ts";
import type { Run } from "../bin/run-faq.ts";
import { type FakePlatform, startFakePlatform } from "../fakes/platform.ts";
import { whatsappApi } from "../fakes/whatsapp.ts";
import { hasMoto, type Moto, startMoto } from "../moto.ts";
import { copyProject, type ProjectCopy } from "../project-copy.ts";
import { type Aws, awsAt } from "./aws.ts";
import { findNode24 } from "./node24.ts";
import { commandsUnder } from "./readme.ts";

const root = join(import.meta.dirname, "../..");
const dataDir = join(root, process.env.DATA_DIR ?? ".data");
const node24 = hasMoto ? await findNode24(join(dataDir, "node24")) : undefined;

const [install, ...commands] = commandsUnder("Deploy");
const [, , deploy = "", smoke = ""] = commands;

describe("the README's commands", () => {
  it("are five, from nothing to a bot that has been asked", () => {
    expect(install).toBe("npm ci");
    expect(commands).toHaveLength(4);
    expect(deploy).toBe("npx cdk deploy");
    expect(smoke).toMatch(/ smoke <url>$/);
  });
});

describe.skipIf(!hasMoto)("a deployment (skipped where moto_server is not installed)", () => {
  let moto: Moto;
  let aws: Aws;
  let project: ProjectCopy;
  let platform: FakePlatform;
  let environment: NodeJS.ProcessEnv;
  let before: Record<string, string[]>;
  let reportCommand: string;
  const scratch = mkdtempSync(join(tmpdir(), "jelas-deploy-"));

  beforeAll(async () => {
    moto = await startMoto(["python3", join(import.meta.dirname, "moto_for_cdk.py")]);
    // By the name, or the CDK would ask for its templates under the bucket's own name.
    aws = awsAt(moto.endpoint.replace("127.0.0.1", "localhost"));
    project = copyProject(join(import.meta.dirname, "../../faq"));
    platform = await startFakePlatform(whatsappApi);
    environment = {
      ...aws.environment,
      // What was learnt of this FAQ is remembered.
      DATA_DIR: dataDir,
      // Nobody is there to approve a deployment, and moto tells no outputs of a change set.
      CDK_REQUIRE_APPROVAL: "never",
      CDK_METHOD: "direct",
      CDK_OUTPUTS_FILE: join(scratch, "outputs.json"),
    };
  });
  afterAll(async () => {
    moto.stop();
    await platform.stop();
    project.remove();
    rmSync(scratch, { recursive: true });
  });

  const runLine = (line: string, more: NodeJS.ProcessEnv = {}) =>
    project.run(line, { ...environment, ...more });

  async function succeed(line: string, more: NodeJS.ProcessEnv = {}): Promise<Run> {
    const result = await runLine(line, more);
    if (result.status !== 0) {
      throw new Error(`${line} ended with ${result.status}: ${result.stdout}${result.stderr}`);
    }
    return result;
  }

  /** The function as AWS tells of it, and its code, read back. */
  async function readFunction() {
    const [name = ""] = (await aws.inventory()).functions ?? [];
    const { Configuration, Code } = await aws.lambda.send(
      new GetFunctionCommand({ FunctionName: name }),
    );
    const upload = new URL(Code?.Location ?? "").pathname.slice(1);
    const folder = join(scratch, upload);
    mkdirSync(folder, { recursive: true });
    const archive = join(scratch, "upload.zip");
    writeFileSync(archive, await aws.readUpload(upload));
    const unpacked = await project.run(`python3 -m zipfile -e ${archive} ${folder}`);
    expect(unpacked).toMatchObject({ status: 0, stderr: "" });
    return { name, folder, variables: Configuration?.Environment?.Variables ?? {} };
  }

  async function versions(): Promise<{ number: string; description: string }[]> {
    const [FunctionName = ""] = (await aws.inventory()).functions ?? [];
    const { Versions = [] } = await aws.lambda.send(
      new ListVersionsByFunctionCommand({ FunctionName }),
    );
    return Versions.filter(({ Version }) => Version !== "$LATEST").map(
      ({ Version = "", Description = "" }) => ({ number: Version, description: Description }),
    );
  }

  /** Runs what is deployed as Lambda would: its code, its variables, its Node. */
  async function serve(): Promise<{ url: string; lines: string[]; stop: () => void }> {
    const { name, folder, variables } = await readFunction();
    const script = join(import.meta.dirname, "serve-function.ts");
    const child: ChildProcess = spawn(node24 ?? "", [script, folder], {
      env: {
        ...aws.environment,
        ...variables,
        AWS_LAMBDA_FUNCTION_NAME: name,
        // moto takes one request at a time.
        AWS_ENDPOINT_URL_DYNAMODB: aws.endpoint,
        NODE_NO_WARNINGS: "1",
      },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const lines: string[] = [];
    const url = await new Promise<string>((resolve, reject) => {
      child.once("exit", (status) => reject(new Error(`It ended with ${status}.`)));
      child.stdout?.on("data", (text: Buffer) => {
        lines.push(...text.toString().split("\n").filter(Boolean));
        const found = lines.find((line) => line.startsWith("http"));
        if (found) resolve(found);
      });
    });
    return { url, lines, stop: () => child.kill() };
  }

  it("comes of the README's lines, one after the other", async () => {
    for (const line of commands.slice(0, -1)) {
      if (line === deploy) before = await aws.inventory();
      await succeed(line);
    }
    const after = await aws.inventory();
    expect(after.functions).toHaveLength(1);
    expect(after.tables).toHaveLength(2);
    expect(after.parameters).toContain("/jelas/settings");
    expect(after.logs).toHaveLength(2);
    expect(after.dashboards).toContain("Jelas");
  });

  it("tells where it is, where channels deliver to, and what to do next", () => {
    const { Jelas } = JSON.parse(readFileSync(join(scratch, "outputs.json"), "utf8"));
    const url = Jelas.ChatPage;
    expect(url).toMatch(/^https:\/\/\w+\.execute-api\.us-east-1\.amazonaws\.com\/$/);
    expect(Jelas).toMatchObject({
      WebhookWhatsapp: `${url}webhooks/whatsapp`,
      NextCommand: smoke.replace("<url>", `${url} --wait 60`),
    });
    reportCommand = Jelas.ReportCommand;
  });

  it("is left as it is when nothing has changed", async () => {
    const { stdout, stderr } = await succeed(deploy);
    expect(stdout + stderr).toContain("Jelas (no changes)");
    expect(await versions()).toHaveLength(1);
  });

  it("is the very bundle that was built", async () => {
    const { folder } = await readFunction();
    const built = join(project.path, "dist/webhook");
    expect(readdirSync(folder).sort()).toEqual(readdirSync(built).sort());
    for (const file of readdirSync(built)) {
      expect(readFileSync(join(folder, file)).equals(readFileSync(join(built, file)))).toBe(true);
    }
  });

  it.skipIf(!node24)("passes the README's last line (skipped without a Node 24)", async () => {
    const bot = await serve();
    try {
      const { stdout } = await succeed(smoke.replace("<url>", bot.url));
      expect(stdout).not.toContain("problem");
      expect(JSON.parse(bot.lines[0] ?? "")).toMatchObject({
        event: "start",
        ColdStart: expect.any(Number),
      });
    } finally {
      bot.stop();
    }
  });

  it.skipIf(!node24)("counts a signed question once, however often it comes", async () => {
    const settings = {
      WHATSAPP_APP_SECRET: "app-secret",
      WHATSAPP_ACCESS_TOKEN: "access-token",
      WHATSAPP_PHONE_NUMBER_ID: "100000000000001",
      WHATSAPP_API_URL: platform.url,
    };
    const sets = Object.keys(settings).map((name) => `--set ${name}`);
    const connect = `npm run --silent faq -- settings --put --channel whatsapp ${sets.join(" ")}`;
    await succeed(connect, settings);

    const bot = await serve();
    try {
      const act = { kind: "text", text: "will my account be deleted on may 15" } as const;
      const { body = "", headers = {} } = makeDelivery("whatsapp", act, settings) ?? {};
      const deliver = (text: string) =>
        fetch(`${bot.url}/webhooks/whatsapp`, { method: "POST", headers, body: text });
      expect((await deliver(body)).status).toBe(200);
      expect((await deliver(body)).status).toBe(200);
      expect((await deliver(body.replace("may 15", "may 16"))).status).toBe(401);
      expect(platform.messages()).toHaveLength(1);
      expect(platform.problems).toEqual([]);
    } finally {
      bot.stop();
    }

    const { stdout } = await succeed(`${reportCommand} --raw --format json`);
    const counts = JSON.parse(stdout).filter(
      ({ channel }: { channel: string }) => channel === "whatsapp",
    );
    expect(counts).toEqual([
      {
        day: expect.any(String),
        entry: "account-deletion",
        language: "en",
        channel: "whatsapp",
        outcome: "answer",
        n: 1,
      },
    ]);
  });

  it("becomes a new version when an answer changes, and goes back by one command", async () => {
    const [first] = await versions();
    const entry = join(project.path, "faq/personal-privacy/personal-messages.yaml");
    const edited = readFileSync(entry, "utf8").replace("    Tidak. ", "    Tidak, tidak. ");
    expect(edited).toContain("Tidak, tidak.");
    writeFileSync(entry, edited);
    await succeed(deploy);
    const [, second] = await versions();
    expect(second?.description).toMatch(/^build [0-9a-f]{16}$/);
    expect(second?.description).not.toBe(first?.description);

    const [FunctionName = ""] = (await aws.inventory()).functions ?? [];
    const live = async () => {
      const alias = { FunctionName, Name: liveAlias };
      return (await aws.lambda.send(new GetAliasCommand(alias))).FunctionVersion;
    };
    expect(await live()).toBe(second?.number);
    await succeed(`npm run --silent faq -- rollback ${FunctionName}`);
    expect(await live()).toBe(first?.number);
  });

  it("never gets a bundle that fails its own smoke test", async () => {
    const handler = join(project.path, "functions/webhook/index.ts");
    const whole = readFileSync(handler, "utf8");
    const versionsBefore = await versions();
    appendFileSync(handler, '\nthrow new Error("broken");\n');
    const { status } = await runLine(deploy);
    expect(status).not.toBe(0);
    expect(await versions()).toEqual(versionsBefore);
    writeFileSync(handler, whole);
  });

  it("leaves nothing behind but the counts", async () => {
    await succeed("npx cdk destroy --force");
    const after = await aws.inventory();
    const counts = after.tables?.find((name) => name.startsWith("Jelas-TablesCounts"));
    expect(counts).toBeDefined();
    expect(after).toEqual({ ...before, tables: [...(before.tables ?? []), counts] });
  });
});
