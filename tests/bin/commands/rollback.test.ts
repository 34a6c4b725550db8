// `faq rollback`: which version answers, seen and changed, against stand-ins for AWS Lambda.
import { Command } from "commander";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { addRollback } from "../../../bin/commands/rollback.ts";
import { UserError } from "../../../bin/user-error.ts";
import { hasMoto, startMoto } from "../../moto.ts";
import { makeFunctionOnMoto } from "../rollback/function-on-moto.ts";
import { startLambda } from "../rollback/lambda-stand-in.ts";
import { makeFolder, runFaq } from "../run-faq.ts";

const credentials = { AWS_ACCESS_KEY_ID: "testing", AWS_SECRET_ACCESS_KEY: "testing" };

beforeEach(() => {
  const environment = {
    ...credentials,
    AWS_REGION: "us-east-1",
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_CONFIG_FILE: "/nowhere",
    AWS_SHARED_CREDENTIALS_FILE: "/nowhere",
    AWS_PROFILE: undefined,
    AWS_DEFAULT_REGION: undefined,
    AWS_SESSION_TOKEN: undefined,
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

/** What the command printed; rejects as the command does. */
async function rollback(endpoint: string, ...args: string[]): Promise<string> {
  vi.stubEnv("AWS_ENDPOINT_URL", endpoint);
  let printed = "";
  const spy = vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed += text;
    return true;
  });
  try {
    const program = new Command().exitOverride();
    addRollback(program);
    await program.parseAsync(["rollback", ...args], { from: "user" });
    return printed;
  } finally {
    spy.mockRestore();
  }
}

async function refusalOf(endpoint: string, ...args: string[]): Promise<string> {
  const error = await rollback(endpoint, ...args).catch((error: unknown) => error);
  if (error instanceof UserError) return error.message;
  throw new Error(`It was not refused with a sentence: ${error}`);
}

describe("the list", () => {
  it("shows every version of every page, the newest first, and which is live", async () => {
    const lambda = await startLambda(10);
    lambda.live = "9";
    const lines = (await rollback(lambda.endpoint, "Jelas-bot", "--list")).trimEnd().split("\n");
    expect(lines).toHaveLength(11);
    expect(lines[1]).toMatch(/^10 +2026-11-10 08:30 UTC +build b10$/);
    expect(lines[2]).toMatch(/^9 +2026-11-09 08:30 UTC +build b9 +live$/);
    expect(lines.filter((line) => line.endsWith("live"))).toHaveLength(1);
    expect(lambda.moves).toEqual([]);
  });
});

describe("going back", () => {
  it("moves to the newest version before the live one, and tells from, to and how to return", async () => {
    const lambda = await startLambda(10);
    const printed = await rollback(lambda.endpoint, "Jelas-bot");
    expect(lambda.live).toBe("9");
    expect(lambda.moves).toEqual([
      {
        FunctionVersion: "9",
        RevisionId: "1",
        RoutingConfig: { AdditionalVersionWeights: {} },
      },
    ]);
    expect(printed).toBe(
      [
        "from  10 (made 2026-11-10 08:30 UTC, build b10)",
        "to    9 (made 2026-11-09 08:30 UTC, build b9)",
        'Version 9 answers now ("live" points to it).',
        "To come back: npm run --silent faq -- rollback Jelas-bot --to 10",
        "The next `npx cdk deploy` of changed code moves on to that; one without changes leaves this.",
        "",
      ].join("\n"),
    );
    await rollback(lambda.endpoint, "Jelas-bot");
    expect(lambda.live).toBe("8");
  });

  it("moves to the version that is named, forwards too", async () => {
    const lambda = await startLambda(5);
    await rollback(lambda.endpoint, "Jelas-bot", "--to", "2");
    expect(lambda.live).toBe("2");
    await rollback(lambda.endpoint, "Jelas-bot", "--to", "5");
    expect(lambda.live).toBe("5");
    const again = await rollback(lambda.endpoint, "Jelas-bot", "--to", "5");
    expect(again).toMatch(/^Version 5 .* is live already\.$/m);
    expect(lambda.moves).toHaveLength(2);
  });

  it("changes nothing on a dry run, but says what it would do", async () => {
    const lambda = await startLambda(2);
    const printed = await rollback(lambda.endpoint, "Jelas-bot", "--dry-run");
    expect(printed).toMatch(/^from {2}2 .*\nto {4}1 .*\nNothing was changed\.\n$/);
    expect([lambda.live, lambda.moves]).toEqual(["2", []]);
  });

  it("does not overwrite what another operator has done meanwhile", async () => {
    const lambda = await startLambda(5);
    lambda.onceRead = () => {
      lambda.live = "3";
      lambda.revision += 1;
    };
    expect(await refusalOf(lambda.endpoint, "Jelas-bot")).toMatch(
      /^Somebody else has just moved "live", so nothing was changed here\..* --list/,
    );
    expect(lambda.live).toBe("3");
  });

  it("needs a name where live is the latest code and not a version", async () => {
    const lambda = await startLambda(3);
    lambda.live = "$LATEST";
    expect(await refusalOf(lambda.endpoint, "Jelas-bot")).toMatch(/Name one with --to/);
    const printed = await rollback(lambda.endpoint, "Jelas-bot", "--to", "3");
    expect(printed).toContain("from  the latest code\n");
    expect(printed).not.toContain("To come back");
    expect(lambda.live).toBe("3");
  });
});

describe("what can't be done is told in a sentence:", () => {
  it("no earlier version, no such version", async () => {
    const lambda = await startLambda(1);
    expect(await refusalOf(lambda.endpoint, "Jelas-bot")).toMatch(
      /^There is no version before 1, which is live\./,
    );
    expect(await refusalOf(lambda.endpoint, "Jelas-bot", "--to", "7")).toMatch(
      /^There is no version 7\. .* --list/,
    );
    expect(lambda.moves).toEqual([]);
  });

  it("no such function, no alias", async () => {
    const lambda = await startLambda(2);
    expect(await refusalOf(lambda.endpoint, "Jelas-other")).toMatch(
      /^There is no function "Jelas-other" in this account and region\./,
    );
    lambda.live = undefined;
    expect(await refusalOf(lambda.endpoint, "Jelas-bot")).toMatch(
      /^"Jelas-bot" has no alias "live"/,
    );
  });

  it.each([
    [
      403,
      "AccessDeniedException",
      /^Can't list the versions of "Jelas-bot": .* lambda:ListVersionsByFunction/,
    ],
    [403, "ExpiredTokenException", /AWS doesn't accept these credentials/],
    [409, "ResourceConflictException", /is just being changed/],
    [400, "SomethingNewException", /AWS answered with SomethingNewException\.$/],
  ])("AWS refuses with %i %s", async (status, name, sentence) => {
    const lambda = await startLambda(2);
    lambda.refusal = [status, name];
    expect(await refusalOf(lambda.endpoint, "Jelas-bot")).toMatch(sentence);
    expect(lambda.calls).toHaveLength(1);
  });

  it("no region, no credentials, nobody there", async () => {
    const { endpoint } = await startLambda(2);
    vi.stubEnv("AWS_REGION", undefined);
    expect(await refusalOf(endpoint, "Jelas-bot")).toMatch(/Set AWS_REGION to the one/);
    vi.stubEnv("AWS_REGION", "");
    expect(await refusalOf(endpoint, "Jelas-bot")).toMatch(/Set AWS_REGION to the one/);
    vi.stubEnv("AWS_REGION", "us-east-1");
    expect(await refusalOf("http://127.0.0.1:1", "Jelas-bot")).toMatch(/AWS can't be reached/);
    vi.stubEnv("AWS_ACCESS_KEY_ID", undefined);
    expect(await refusalOf(endpoint, "Jelas-bot")).toMatch(/there are no AWS credentials\./);
  });

  it.each([
    [["Jelas-bot:live"]],
    [["../secrets"]],
    [["arn:aws:s3:::bucket"]],
    [["Jelas-bot", "--to", "$LATEST"]],
    [["Jelas-bot", "--to", "0"]],
    [["Jelas-bot", "--list", "--to", "1"]],
  ])("%j is wrong usage", async (args) => {
    const lambda = await startLambda(2);
    await expect(rollback(lambda.endpoint, ...args)).rejects.toMatchObject({ exitCode: 2 });
    expect(lambda.calls).toEqual([]);
  });
});

it("is one of the commands, and ends with status 1 when it can't go back", async () => {
  const lambda = await startLambda(1);
  const { path: dataDir, remove } = makeFolder();
  onTestFinished(remove);
  const env = { ...credentials, AWS_REGION: "us-east-1", AWS_ENDPOINT_URL: lambda.endpoint };
  const { status, stdout, stderr } = await runFaq(["rollback", "Jelas-bot"], { dataDir, env });
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(/^There is no version before 1/m);
});

// moto knows aliases, but takes a move whatever its RevisionId.
it.skipIf(!hasMoto)("goes back and forth on moto", async () => {
  const moto = await startMoto();
  onTestFinished(() => moto.stop());
  await makeFunctionOnMoto(moto.endpoint, "Jelas-bot");
  expect(await rollback(moto.endpoint, "Jelas-bot")).toMatch(/^Version 1 answers now/m);
  expect(await rollback(moto.endpoint, "Jelas-bot", "--to", "2")).toMatch(/^Version 2 answers/m);
  expect(await rollback(moto.endpoint, "Jelas-bot", "--list")).toMatch(/^2 .* build b2 +live$/m);
});
