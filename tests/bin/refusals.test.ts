// Every way to be refused, word for word: what happened, where, and what to do; and the exit status.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { libraryFaq, makeFolder, runFaq } from "./run-faq.ts";
import { runHere } from "./run-here.ts";

const folder = makeFolder();
afterAll(folder.remove);
const plain = join(folder.path, "plain.txt");
writeFileSync(plain, "not JSON\n");
const missing = join(folder.path, "missing");

const lookAt = (command: string) => `What it takes: npm run --silent faq -- ${command}\n`;
/** No profile, no region, and nobody to ask: the machine's own are not for a test. */
const nowhere = {
  AWS_REGION: "",
  AWS_CONFIG_FILE: missing,
  AWS_SHARED_CREDENTIALS_FILE: missing,
  AWS_EC2_METADATA_DISABLED: "true",
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
};
const tables = { COUNTS_TABLE: "counts", EVENTS_TABLE: "events" };
const keys = { AWS_REGION: "us-east-1", AWS_ACCESS_KEY_ID: "x", AWS_SECRET_ACCESS_KEY: "x" };

type Refusal = [args: string, stderr: string, env?: Record<string, string>];

const refused = async (args: string, env = {}) =>
  runHere(args.split(" "), { DATA_DIR: folder.path, ...nowhere, ...env });

describe("what was typed, or set, has to be mended: 2", () => {
  it.each<Refusal>([
    ["asc buka", `Unknown command 'asc'. Did you mean ask?\n${lookAt("--help")}`],
    ["help fly", `Unknown command 'fly'.\n${lookAt("--help")}`],
    ["ask --jsn buka", `Unknown option '--jsn'. Did you mean --json?\n${lookAt("ask --help")}`],
    [
      "channels chek",
      `Unknown command 'channels chek'. There is check.\n${lookAt("channels --help")}`,
    ],
    [
      "settings rotat PEPPER",
      `Unknown command 'settings rotat'. There is rotate.\n${lookAt("settings --help")}`,
    ],
    [
      "channels check telegarm",
      `Channel can't be "telegarm": it is one of generic, whatsapp, messenger, telegram, line, twilio.\n${lookAt("channels check --help")}`,
    ],
    [
      "check now",
      `Too many arguments for 'check'. Expected 0 arguments but got 1.\n${lookAt("check --help")}`,
    ],
    ["check --dry-run", "--dry-run needs --fix: it tells what that would do.\n"],
    [`eval ${missing}`, `${missing} can't be read: there is no such file.\n`],
    [`eval ${folder.path}`, `${folder.path} can't be read: it is a folder.\n`],
    [
      `counts -o ${missing}/a.csv`,
      `${missing}/a.csv can't be written: its folder isn't there; make it first.\n`,
    ],
    [
      "counts",
      `The counts can't be kept in ${plain} (ENOTDIR). Set DATA_DIR to a folder that you may write to.\n`,
      { DATA_DIR: plain },
    ],
    [
      "counts",
      "EVENTS_TABLE is missing: name both tables, or neither.\n",
      { COUNTS_TABLE: "counts" },
    ],
    ["rollback Bot --json", "--json goes with --list.\n"],
    ["rollback Bot --to first", '"first" is not a version\'s number, such as 7.\n'],
    [
      "smoke bot.example.org",
      '"bot.example.org" is not an address: begin with https:// (http:// on this machine).\n',
    ],
    ["send web buka", 'PORT is "abc"; it must be a number from 0 to 65535.\n', { PORT: "abc" }],
    ["send telegram", "Give the text that is to be sent.\n"],
    [
      "send web buka",
      "TELEGRAM_BOT_TOKEN is empty: give it a value or remove it.\n",
      { TELEGRAM_BOT_TOKEN: "" },
    ],
    [`settings --show --from ${missing}`, `${missing} can't be read: there is no such file.\n`],
    [`settings --show --from ${plain}`, `${plain} does not hold JSON.\n`],
    [
      `settings -o ${plain}`,
      `${plain} is there already, and may hold the only copy of a secret. Begin with what it holds by --from ${plain} --force, write another with -o, or delete it.\n`,
    ],
  ])("%s", async (args, sentence, env) => {
    const { status, stdout, stderr } = await refused(args, env);
    expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: "", stderr: sentence });
  });
});

describe("it could begin, and found something wrong: 1", () => {
  it.each<Refusal>([
    [`eval ${plain}`, `${plain}: Line 1 is not of the form {"text", "lang", "topic", …}.\n`],
    [
      "send web buka",
      "Nothing answers at http://localhost:1. Start the bot with npm start.\n",
      { PORT: "1" },
    ],
    [
      "counts",
      'Can\'t read the counts table "counts": no region is set, or it is misspelt. Set AWS_REGION to the one that the bot is deployed in (AWS_DEFAULT_REGION is not read).\n',
      tables,
    ],
    [
      "rollback Bot",
      'Can\'t list the versions of "Bot": there are no AWS credentials. Set AWS_PROFILE, or sign in with `aws configure` or `aws sso login`.\n',
      { AWS_REGION: "us-east-1" },
    ],
    [
      "settings --show",
      "Can't read /jelas/settings: AWS can't be reached. Check the network, AWS_REGION and AWS_ENDPOINT_URL.\n",
      { ...keys, AWS_ENDPOINT_URL: "http://127.0.0.1:9" },
    ],
    [
      "counts",
      'Can\'t read the counts table "counts": AWS_ENDPOINT_URL, or the one of a service, is not an address such as http://localhost:5000.\n',
      { ...keys, AWS_ENDPOINT_URL_DYNAMODB: "nonsense" },
    ],
  ])("%s", async (args, sentence, env) => {
    const { status, stdout, stderr } = await refused(args, env);
    expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: "", stderr: sentence });
  });

  it("serve, where the settings that SETTINGS_PARAMETER names can't be read", async () => {
    const env = { PORT: "0", SETTINGS_PARAMETER: "/jelas/settings", ...nowhere };
    const { status, stdout, stderr } = await runFaq(["serve", "--faq", libraryFaq], {
      dataDir: folder.path,
      env: { ...env, AWS_REGION: "us-east-1" },
    });
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^Can't read \/jelas\/settings: there are no AWS credentials\. Set /);
  });
});

it("says its version", async () => {
  const { status, stdout } = await runHere(["--version"]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});
