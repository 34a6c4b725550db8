// `faq smoke`: asks a deployed bot whether it works.
import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { dataFiles } from "../../functions/webhook/data-files.ts";
import { readAddress } from "../address.ts";
import { notesAndExamples } from "../help.ts";
import { readGoodFaq } from "../open-faq.ts";
import { greetingsOf } from "../smoke/greeting.ts";
import { parseObject } from "../smoke/parse-object.ts";
import { type Finding, smokeDeployed } from "../smoke/smoke-deployed.ts";
import { exitCodes, UserError } from "../user-error.ts";

interface SmokeOptions {
  readonly faq: string;
  readonly wait: string;
  readonly json?: boolean;
}

export function addSmoke(program: Command): void {
  program
    .command("smoke")
    .description("ask a deployed bot whether it works")
    .argument("<url>", "where the bot is: the chat page's address")
    .option(
      "--wait <seconds>",
      "go on trying for so long while it isn't there yet, or an older build answers",
      "0",
    )
    .option("--json", "print the checks as JSON")
    .addHelpText(
      "after",
      notesAndExamples({
        notes: [
          "Asks for /health and both pages, greets the bot once in each language of the FAQ, and makes an unsigned delivery, which must be refused. The greetings are counted, as small talk; a FAQ that has none is asked its first question instead. The first request may wait a second for the bot to wake.",
        ],
        examples: ["smoke https://bot.example.org", "smoke https://bot.example.org --wait 60"],
      }),
    )
    .action(async (url: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<SmokeOptions>();
      const { origin } = readAddress(url);
      const waitMs = readSeconds(options.wait) * 1000;
      const { faq } = readGoodFaq(options.faq);
      const findings: Finding[] = [];
      const checks = smokeDeployed({
        origin,
        greetings: greetingsOf(faq),
        build: builtHere(),
        waitMs,
        onWait: (what) => process.stderr.write(`${what} Waiting …\n`),
      });
      for await (const finding of checks) {
        findings.push(finding);
        if (!options.json) process.stdout.write(`${format(finding)}\n`);
      }
      const isSound = findings.every(({ state }) => state === "ok");
      if (options.json) {
        process.stdout.write(
          `${JSON.stringify({ url: origin, isSound, checks: findings }, null, 2)}\n`,
        );
      }
      if (!isSound) process.exitCode = exitCodes.problems;
    });
}

function format({ state, what, next, ms }: Finding): string {
  return `${state.padEnd(7)}  ${what}${next ? ` ${next}` : ""} (${ms} ms)`;
}

/** The name of the build that would be deployed from here; `undefined` where nothing is built. */
function builtHere(): string | undefined {
  try {
    const build = parseObject(readFileSync(`dist/webhook/${dataFiles.pages}`, "utf8"))?.build;
    return typeof build === "string" ? build : undefined;
  } catch {
    return undefined;
  }
}

const longestWaitS = 3600;

function readSeconds(text: string): number {
  const seconds = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  if (seconds <= longestWaitS) return seconds;
  throw new UserError(
    `--wait takes whole seconds up to ${longestWaitS}, not "${text}".`,
    exitCodes.usage,
  );
}
