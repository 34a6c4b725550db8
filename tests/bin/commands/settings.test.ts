// `faq settings` as an operator runs it: what it writes, what it puts, and that it shows no value.
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { addSettings } from "../../../bin/commands/settings.ts";
import type { Asker } from "../../../bin/settings/asker.ts";
import { openParameter } from "../../../bin/settings/parameter.ts";
import { readSettings } from "../../../functions/webhook/settings.ts";
import { hasMoto, type Moto, startMoto } from "../../moto.ts";
import { makeFolder } from "../run-faq.ts";
import { runFaqHere } from "../run-here.ts";
import { fakeAsker } from "../settings/fake-asker.ts";

const folder = makeFolder();
const file = join(folder.path, "settings.json");
let moto: Moto | undefined;

beforeAll(async () => {
  if (hasMoto) moto = await startMoto();
});
afterAll(() => {
  folder.remove();
  moto?.stop();
});
afterEach(() => vi.unstubAllEnvs());

interface InProcess {
  readonly stdout: string;
  /** Both outputs, and the sentence of the error. */
  readonly printed: string;
  readonly failed: boolean;
}

/** The command in this process, at a terminal where there is somebody to ask. */
async function run(
  args: string,
  env: Record<string, string> = {},
  asker?: Asker,
): Promise<InProcess> {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  let stdout = "";
  let printed = "";
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, "write").mockImplementation((text) => {
      if (stream === process.stdout) stdout += text;
      printed += text;
      return true;
    }),
  );
  const program = new Command("faq").exitOverride();
  addSettings(program, asker);
  try {
    await program.parseAsync(["settings", ...args.split(" ")], { from: "user" });
    return { stdout, printed, failed: false };
  } catch (error) {
    return { stdout, printed: `${printed}${(error as Error).message}\n`, failed: true };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

const valuesOf = (text: string): Record<string, string> => JSON.parse(text);

describe("a file", () => {
  it("is readable by its owner alone, and comes with the commands to put and delete it", async () => {
    const { printed } = await run(`--channel telegram --set TELEGRAM_BOT_TOKEN -o ${file}`, {
      TELEGRAM_BOT_TOKEN: "628000:canary",
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const values = valuesOf(readFileSync(file, "utf8"));
    expect(Object.keys(readSettings(values).channels)).toEqual(["telegram"]);
    expect(printed).toContain(
      `aws ssm put-parameter --name /jelas/settings --type SecureString --value file://${file}\n  rm ${file}\n`,
    );
    for (const value of Object.values(values)) expect(printed).not.toContain(value);
  });

  it("that is there is not replaced, and can be begun with", async () => {
    const before = readFileSync(file, "utf8");
    const refused = await run(`--channel generic -o ${file}`);
    expect(refused.printed).toMatch(/is there already.*--from .*settings\.json --force/);
    expect(readFileSync(file, "utf8")).toBe(before);

    const { printed } = await run(
      `--channel generic --from ${file} --force -o ${file} --stage dev`,
    );
    const values = valuesOf(readFileSync(file, "utf8"));
    expect(values).toEqual({ ...valuesOf(before), GENERIC_SECRET: values.GENERIC_SECRET });
    expect(printed).toMatch(/--name \/jelas-dev\/settings --type SecureString --overwrite /);
    expect(printed).toMatch(/copy it from the file: GENERIC_SECRET\.$/m);
  });

  it("can be looked at without a value", async () => {
    writeFileSync(file, JSON.stringify({ PEPPER: "short", GENERIC_SECRET: "canary" }));
    const { printed } = await run(`--show --from ${file}`);
    expect(printed).toMatch(/^PEPPER +1$/m);
    expect(printed).toMatch(
      /^The bot can't start with this: GENERIC_SECRET does not have the form/m,
    );
    expect(printed).not.toContain("canary");
    expect(process.exitCode).toBe(1);
    process.exitCode = undefined;
  });

  it("is not written when the person leaves", async () => {
    const other = join(folder.path, "other.json");
    const { printed } = await run(`-o ${other}`, {}, fakeAsker(["whatsapp"], "app-secret"));
    expect(printed).toBe("You left, and nothing was written.\n");
    expect(existsSync(other)).toBe(false);
  });
});

it.each([
  ["--json", /--json goes with --show/],
  ["--put -o x.json", /--put or --output/],
  ["--show --put", /^--show changes nothing/],
  ["--show --stage Canary/", /is not a stage/],
  ["--show --parameter jelas", /is not the name of a parameter/],
  ["--show --stage dev --parameter /jelas/settings", /not both/],
  ["rotate PEPPER", /^PEPPER can't hold two values/],
  ["rotate PEPPER --force --finish", /^PEPPER can't hold two values/],
  ["rotate GENERIC_SECRET --from x.json", /^--from doesn't go with rotate/],
  ["rotate canary", /^That is not the name of a setting/],
  ["rotate GENERIC_SECRET --set PEPPER=x", /^--set gives the new value of GENERIC_SECRET/],
])("%s is refused before anything is read", async (args, sentence) => {
  const { failed, printed } = await run(args, { AWS_ENDPOINT_URL: "http://127.0.0.1:9" });
  expect([failed, printed]).toEqual([true, expect.stringMatching(sentence)]);
});

it("a process without a terminal ends with 2 and the list of what is missing", async () => {
  const args = ["settings", "--channel", "line", "-o", join(folder.path, "none.json")];
  const { status, stdout, stderr } = await runFaqHere(args, { dataDir: folder.path });
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^These settings are missing\..*\n {2}LINE_CHANNEL_SECRET: .*\n {2}LINE_/);
});

describe.skipIf(!hasMoto)("a parameter (moto_server, where it is on the PATH)", () => {
  const aws = () => ({
    AWS_ENDPOINT_URL: moto?.endpoint ?? "",
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "testing",
    AWS_SECRET_ACCESS_KEY: "testing",
  });
  const stored = async (name: string) => {
    for (const [variable, value] of Object.entries(aws())) vi.stubEnv(variable, value);
    const found = await openParameter(name).read();
    return { ...found, values: valuesOf(found?.text ?? "{}") };
  };

  it("is made, gains a channel with the same pepper, and is left alone when nothing changes", async () => {
    expect((await run("--put", aws())).printed).toMatch(/^\/jelas\/settings holds 1 setting, /m);
    const first = await stored("/jelas/settings");
    expect(first.isEncrypted).toBe(true);

    const token = "628000:canary";
    const put = "--put --channel telegram generic --set TELEGRAM_BOT_TOKEN";
    const { printed } = await run(put, { ...aws(), TELEGRAM_BOT_TOKEN: token });
    const { values } = await stored("/jelas/settings");
    expect(values.PEPPER).toBe(first.values.PEPPER);
    expect(values.TELEGRAM_BOT_TOKEN).toBe(token);
    expect(Object.keys(readSettings(values).channels).sort()).toEqual(["generic", "telegram"]);
    for (const value of Object.values(values)) expect(printed).not.toContain(value);
    expect(printed).toMatch(/for the chat page, Generic webhook and Telegram\.$/m);
    expect(printed).toMatch(
      /^ {2}SETTINGS_PARAMETER=\/jelas\/settings .* channels check telegram --url .* --set$/m,
    );
    expect(printed).toMatch(/ channels check generic --url <the bot's address>$/m);
    expect((await run("--put", aws())).printed).toMatch(/nothing was changed\.$/m);
  });

  it("is listed, for people and for programs", async () => {
    const { stdout } = await run("--show --json", aws());
    expect(JSON.parse(stdout)).toMatchObject({
      settings: { PEPPER: 1, GENERIC_SECRET: 1, TELEGRAM_BOT_TOKEN: 1, TELEGRAM_SECRET_TOKEN: 1 },
      channels: ["web", "generic", "telegram"],
      bytes: (await stored("/jelas/settings")).text?.length,
      maxBytes: 4096,
      problems: [],
    });
    expect((await run("--show", aws())).printed).toMatch(/^On: the chat page, Generic webhook/m);
  });

  it("is replaced by a file, which may not bring another pepper", async () => {
    const before = await stored("/jelas/settings");
    const PEPPER = Buffer.alloc(32, 3).toString("base64");
    writeFileSync(file, JSON.stringify({ PEPPER }));
    expect((await run(`--put --from ${file}`, aws())).failed).toBe(true);
    expect(await stored("/jelas/settings")).toEqual(before);
    writeFileSync(file, JSON.stringify({ ...before.values, TWILIO_AUTH_TOKEN: "auth-token" }));
    const { printed } = await run(`--put --from ${file} --unset TELEGRAM_BOT_TOKEN`, aws());
    expect(printed).toMatch(/^No longer set: TELEGRAM_BOT_TOKEN\.$/m);
    expect(printed).toMatch(/^Twilio is off: it also needs TWILIO_WEBHOOK_URL\.$/m);
  });

  it("has a secret rotated: made, typed or given, and finished", async () => {
    const { values: old } = await stored("/jelas/settings");
    const began = await run("rotate GENERIC_SECRET", aws());
    const { values: both } = await stored("/jelas/settings");
    expect(both.GENERIC_SECRET).toMatch(/^\S+ whsec_\S+$/);
    expect(both.GENERIC_SECRET?.split(" ")[0]).toBe(old.GENERIC_SECRET);
    expect(both).toEqual({ ...old, GENERIC_SECRET: both.GENERIC_SECRET });
    for (const value of both.GENERIC_SECRET?.split(" ") ?? []) {
      expect(began.printed).not.toContain(value);
    }
    expect((await run("rotate GENERIC_SECRET", aws())).printed).toMatch(/holds two values already/);
    await run("rotate GENERIC_SECRET --finish", aws());
    const { values: after } = await stored("/jelas/settings");
    expect(after.GENERIC_SECRET).toBe(both.GENERIC_SECRET?.split(" ")[1]);

    expect((await run("rotate TWILIO_AUTH_TOKEN", aws())).printed).toMatch(/can't be made here/);
    const asker = fakeAsker([], "auth-token", "two words", "typed-token");
    await run("rotate TWILIO_AUTH_TOKEN", aws(), asker);
    expect(asker.complaints).toHaveLength(2);
    expect((await stored("/jelas/settings")).values.TWILIO_AUTH_TOKEN).toBe(
      "auth-token typed-token",
    );
    const url = "https://jelas.example.org/webhooks/twilio";
    const env = { ...aws(), TWILIO_AUTH_TOKEN: "third-token", TWILIO_WEBHOOK_URL: url };
    const put = "--put --set TWILIO_AUTH_TOKEN --set TWILIO_WEBHOOK_URL";
    const { printed } = await run(put, env);
    expect(printed).toMatch(/^TWILIO_AUTH_TOKEN held two values: its rotation is over\.$/m);
  });

  it("of a stage is another one, whether the stage is named before `rotate` or behind", async () => {
    for (const args of ["--stage dev rotate GENERIC_SECRET", "rotate GENERIC_SECRET --stage dev"]) {
      const { printed } = await run(args, aws());
      expect(printed).toMatch(/^There is no parameter \/jelas-dev\/settings .*--put --stage dev$/m);
    }
  });

  it("gets another pepper only by force, and is never filled beyond its room", async () => {
    const { values } = await stored("/jelas/settings");
    expect((await run("rotate PEPPER --force", aws())).failed).toBe(false);
    expect((await stored("/jelas/settings")).values).not.toMatchObject({ PEPPER: values.PEPPER });
    const LINE_CHANNEL_SECRET = "c".repeat(4000);
    const { printed } = await run(
      "--put --set LINE_CHANNEL_SECRET --set LINE_CHANNEL_ACCESS_TOKEN=x",
      {
        ...aws(),
        LINE_CHANNEL_SECRET,
      },
    );
    expect(printed).toMatch(/a standard parameter holds 4,096/);
    expect(printed).not.toContain("ccc");
    expect((await stored("/jelas/settings")).values.LINE_CHANNEL_SECRET).toBeUndefined();
  });
});
