// What a person reads when AWS refuses, never in AWS's words, which may repeat what was sent.
import { ParameterAlreadyExists, ParameterNotFound, SSMClient } from "@aws-sdk/client-ssm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { openParameter, readEncrypted } from "../../../bin/settings/parameter.ts";

afterEach(() => vi.unstubAllEnvs());

/** A client whose every call ends so. */
function clientThat(end: () => Promise<unknown>): SSMClient {
  const client = new SSMClient({ region: "us-east-1" });
  vi.spyOn(client, "send").mockImplementation(end as never);
  return client;
}

const parameterThatFails = (error: Error) =>
  openParameter(
    "/jelas/settings",
    clientThat(() => Promise.reject(error)),
  );

const named = (name: string) => Object.assign(new Error("canary in AWS's words"), { name });
const coded = (code: string) => Object.assign(new Error("canary"), { code });
const inAws = { message: "canary", $metadata: {} };

describe("a refusal", () => {
  it.each([
    ["no credentials", named("CredentialsProviderError"), /there are no AWS credentials\. Set/],
    ["a sign-in that ran out", named("ExpiredTokenException"), /Sign in again/],
    ["no permission", named("AccessDeniedException"), /They need ssm:GetParameter on it/],
    ["no network", coded("ENOTFOUND"), /AWS can't be reached/],
    ["anything else", named("InternalServerError"), /AWS answered with InternalServerError\.$/],
  ])("for %s says what to do", async (_, error, sentence) => {
    const read = parameterThatFails(error).read();
    await expect(read).rejects.toThrow(sentence);
    await expect(read).rejects.toThrow(/^Can't read \/jelas\/settings: /);
    await expect(read).rejects.not.toThrow(/canary/);
  });

  it("to write names the permission to write", async () => {
    const write = parameterThatFails(named("AccessDeniedException")).write("{}", "new");
    await expect(write).rejects.toThrow(/^Can't write .* ssm:PutParameter/);
  });

  it("without a region says so, by the SDK's own error", async () => {
    for (const name of ["AWS_REGION", "AWS_DEFAULT_REGION"]) vi.stubEnv(name, undefined);
    vi.stubEnv("AWS_CONFIG_FILE", "/nowhere");
    vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", "/nowhere");
    vi.stubEnv("AWS_EC2_METADATA_DISABLED", "true");
    await expect(openParameter("/jelas/settings").read()).rejects.toThrow(
      /Set AWS_REGION to the one/,
    );
  });

  it("because somebody else made it first changes nothing", async () => {
    const write = parameterThatFails(new ParameterAlreadyExists(inAws)).write("{}", "new");
    await expect(write).rejects.toThrow(/^Somebody has made \/jelas\/settings/);
  });
});

it("a parameter that isn't there is no failure", async () => {
  expect(await parameterThatFails(new ParameterNotFound(inAws)).read()).toBeUndefined();
});

it("a parameter that isn't encrypted is not written over, because AWS can't encrypt it", async () => {
  const plain = async () => ({ Parameter: { Value: '{"PEPPER":"canary"}', Type: "String" } });
  const read = readEncrypted(openParameter("/jelas/settings", clientThat(plain)));
  await expect(read).rejects.toThrow(/^\/jelas\/settings is not encrypted/);
  await expect(read).rejects.not.toThrow(/canary/);
});
