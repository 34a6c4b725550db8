import { describe, expect, it } from "vitest";
import { SettingsError } from "../functions/webhook/settings.ts";
import {
  settingsFor,
  settingsFromEnvironment,
  settingsFromParameter,
} from "../functions/webhook/settings-source.ts";

const PEPPER = Buffer.alloc(32, 1).toString("base64");

describe("settings from the environment", () => {
  it("have a pepper of their own for each run that is given none", async () => {
    const [one, other] = await Promise.all(
      [settingsFromEnvironment({}), settingsFromEnvironment({})].map((source) => source.current()),
    );
    expect(one?.pepper).toHaveLength(32);
    expect(one?.pepper.equals(other?.pepper ?? Buffer.of())).toBe(false);
  });

  it("stay the same during a run", async () => {
    const source = settingsFromEnvironment({});
    const before = await source.current();
    source.refresh();
    expect((await source.current()).pepper).toEqual(before.pepper);
  });

  it("are checked at the start", () => {
    expect(() => settingsFromEnvironment({ PEPPER: "" })).toThrow(SettingsError);
    expect(() => settingsFromEnvironment({ WHATSAPP_APP_SECRET: "" })).toThrow(
      "WHATSAPP_APP_SECRET is empty: give it a value or remove it.",
    );
  });
});

describe("where settings come from", () => {
  it("on Lambda a parameter is needed: a pepper made at random would differ between instances", () => {
    expect(() => settingsFor({ AWS_LAMBDA_FUNCTION_NAME: "bot" })).toThrow(
      /^SETTINGS_PARAMETER is missing/,
    );
    expect(() => settingsFor({ SETTINGS_PARAMETER: "" })).toThrow(/^SETTINGS_PARAMETER is missing/);
  });

  it("elsewhere the environment will do", async () => {
    expect((await settingsFor({ PEPPER }).current()).pepper).toEqual(Buffer.alloc(32, 1));
  });
});

/** A parameter store whose answers are set one by one; an Error is thrown. */
function storeOf(...answers: (string | Error)[]) {
  let reads = 0;
  let now = 1_795_435_200_000;
  const client = {
    send: async (command: { input: unknown }) => {
      expect(command.input).toEqual({ Name: "/jelas/settings", WithDecryption: true });
      const answer = answers[Math.min(reads, answers.length - 1)] ?? "";
      reads += 1;
      if (answer instanceof Error) throw answer;
      return { Parameter: { Value: answer } };
    },
  };
  const source = settingsFromParameter("/jelas/settings", client as never, () => now);
  return {
    source,
    reads: () => reads,
    wait: (minutes: number) => {
      now += minutes * 60_000;
    },
  };
}

const parameter = (more: Record<string, unknown> = {}) => JSON.stringify({ PEPPER, ...more });
const maxAgeOf = async ({ source }: ReturnType<typeof storeOf>) =>
  (await source.current()).messageMaxAgeS;

describe("settings from a parameter", () => {
  const first = parameter({ MESSAGE_MAX_AGE_S: "1" });
  const second = parameter({ MESSAGE_MAX_AGE_S: "2" });

  it("are kept for five minutes", async () => {
    const store = storeOf(first, second);
    expect(await maxAgeOf(store)).toBe(1);
    store.wait(4.9);
    expect(await maxAgeOf(store)).toBe(1);
    expect(store.reads()).toBe(1);
    store.wait(0.2);
    expect(await maxAgeOf(store)).toBe(2);
  });

  it("are read anew at once when a platform has refused our token", async () => {
    const store = storeOf(first, second);
    expect(await maxAgeOf(store)).toBe(1);
    store.source.refresh();
    expect(await maxAgeOf(store)).toBe(2);
  });

  it("stay valid while the parameter can't be read, which is not tried for every message", async () => {
    const store = storeOf(first, new Error("down"));
    expect(await maxAgeOf(store)).toBe(1);
    store.wait(6);
    expect(await maxAgeOf(store)).toBe(1);
    expect(await maxAgeOf(store)).toBe(1);
    expect(store.reads()).toBe(2);
  });

  it("stay valid while the parameter holds something wrong", async () => {
    const store = storeOf(first, "{");
    expect(await maxAgeOf(store)).toBe(1);
    store.source.refresh();
    expect(await maxAgeOf(store)).toBe(1);
  });

  it("are asked for again after a first read that failed", async () => {
    const store = storeOf(new Error("down"), first);
    await expect(store.source.current()).rejects.toThrow("down");
    expect(await maxAgeOf(store)).toBe(1);
  });

  it.each([
    "",
    "{",
    "[]",
    "null",
    '"text"',
    parameter({ MESSAGE_MAX_AGE_S: 1 }),
    parameter({ MESAGE_MAX_AGE_S: "1" }),
    parameter({ MESSAGE_MAX_AGE_S: "" }),
    "{}",
  ])("are refused if the parameter holds %s", async (value) => {
    await expect(storeOf(value).source.current()).rejects.toThrow(SettingsError);
  });

  it("stay valid while the parameter store does not answer at all", async () => {
    let isSilent = false;
    const client = {
      send: (_: unknown, { abortSignal }: { abortSignal?: AbortSignal }) =>
        isSilent
          ? new Promise((_resolve, reject) => {
              abortSignal?.addEventListener("abort", () => reject(abortSignal.reason));
            })
          : Promise.resolve({ Parameter: { Value: first } }),
    };
    const source = settingsFromParameter("/jelas/settings", client as never);
    await source.current();
    isSilent = true;
    source.refresh();
    expect((await source.current()).messageMaxAgeS).toBe(1);
  }, 10_000);

  it("never quote the parameter in an error", async () => {
    const values = ['{"PEPPER": canary', parameter({ PEPPER: "canary!" }), '["canary"]'];
    for (const value of values) {
      await expect(storeOf(value).source.current()).rejects.toThrow(/^(?!.*canary)/s);
    }
  });
});
