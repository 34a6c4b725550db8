// A secret that slipped out of its place on the command line is never printed.
import { expect, it } from "vitest";
import { runHere } from "./run-here.ts";

const whatItTakes = (args: string) => `What it takes: npm run --silent faq -- ${args}\n`;
const aboutSettings = whatItTakes("settings --help");
const channels = "generic, whatsapp, messenger, telegram, line, twilio";

it.each<[args: string[], sentence: string]>([
  [
    ["settings", "--put", "GENERIC_SECRET=whsec_TOPSECRET"],
    `Unknown command after 'settings'. There is rotate.\n${aboutSettings}`,
  ],
  [
    ["settings", "--channel", "telegram", "TELEGRAM_BOT_TOKEN=123:TOPSECRET"],
    `--channel can't be what was typed there: it is one of ${channels}.\n${aboutSettings}`,
  ],
  [
    ["settings", "--channel", "telegram", "GENERIC_SECRET=one\nTOPSECRET"],
    `--channel can't be what was typed there: it is one of ${channels}.\n${aboutSettings}`,
  ],
  [["settings", "--generic-secret=TOPSECRET"], `Unknown option.\n${aboutSettings}`],
  [["settings", "--put=TOPSECRET's\nTOPSECRET"], `Unknown option.\n${aboutSettings}`],
  [
    ["channels", "check", "123:TOPSECRET"],
    `Channel can't be what was typed there: it is one of ${channels}.\n${whatItTakes("channels check --help")}`,
  ],
  [["GENERIC_SECRET=TOPSECRET"], `Unknown command.\n${whatItTakes("--help")}`],
])("%j is refused without being repeated", async (args, sentence) => {
  expect(await runHere(args)).toEqual({ status: 2, stdout: "", stderr: sentence });
});
