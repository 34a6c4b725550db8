// `faq rollback`: makes an earlier version of the deployed function answer again.
import type { Command } from "commander";
import { faqCommand } from "../../lib/faq-command.ts";
import { liveAlias } from "../../lib/names.ts";
import { notesAndExamples } from "../help.ts";
import { chooseVersion } from "../rollback/choose.ts";
import { openDeployments } from "../rollback/deployments.ts";
import { formatVersion, formatVersions } from "../rollback/format.ts";
import { exitCodes, UserError } from "../user-error.ts";

interface RollbackOptions {
  readonly list?: boolean;
  readonly to?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export function addRollback(program: Command): void {
  program
    .command("rollback")
    .description("make an earlier version of the deployed bot answer again")
    .argument("<function>", "the function's name, which `npx cdk deploy` prints as Function")
    .option("--list", "show the versions, the newest first, and which one is live")
    .option(
      "--to <version>",
      "the version that shall answer (default: the one before the live one)",
    )
    .option("--json", "with --list: print them as JSON")
    .option("--dry-run", "say what would be done, and leave everything as it is")
    .addHelpText(
      "after",
      notesAndExamples({
        notes: [
          "Only which version answers is changed: nothing is built, and counts and settings stay as they are. Needs lambda:ListVersionsByFunction, lambda:GetAlias and lambda:UpdateAlias on the function.",
        ],
        examples: [
          "rollback Jelas-WebhookFunction --list",
          "rollback Jelas-WebhookFunction --dry-run",
          "rollback Jelas-WebhookFunction --to 7",
        ],
      }),
    )
    .action(async (name: string, options: RollbackOptions) => {
      checkName(name);
      if (options.list && (options.to || options.dryRun)) {
        throw new UserError(
          "--list only shows the versions: leave the others out.",
          exitCodes.usage,
        );
      }
      if (options.json && !options.list) {
        throw new UserError("--json goes with --list.", exitCodes.usage);
      }
      const wanted = options.to === undefined ? undefined : readVersion(options.to);
      const deployments = await openDeployments(name);
      if (options.list) {
        const { versions, live } = deployments;
        const list = { live: live.version ?? null, versions };
        process.stdout.write(
          `${options.json ? JSON.stringify(list, null, 2) : formatVersions(deployments)}\n`,
        );
        return;
      }
      const to = chooseVersion(deployments, name, wanted);
      const current = deployments.live.version;
      if (to.number === current) {
        process.stdout.write(`Version ${formatVersion(to)} is live already.\n`);
        return;
      }
      const from = deployments.versions.find(({ number }) => number === current);
      const fromText = from ? formatVersion(from) : (current ?? "the latest code");
      process.stdout.write(`from  ${fromText}\nto    ${formatVersion(to)}\n`);
      if (options.dryRun) {
        process.stdout.write("Nothing was changed.\n");
        return;
      }
      await deployments.moveTo(to.number);
      process.stdout.write(`${formatAfterwards(name, current, to.number)}\n`);
    });
}

function formatAfterwards(name: string, from: number | undefined, to: number): string {
  const back = `To come back: ${faqCommand(`rollback ${name} --to ${from}`)}`;
  return [
    `Version ${to} answers now ("${liveAlias}" points to it).`,
    ...(from === undefined ? [] : [back]),
    "The next `npx cdk deploy` of changed code moves on to that; one without changes leaves this.",
  ].join("\n");
}

/** @see https://docs.aws.amazon.com/lambda/latest/api/API_GetAlias.html */
function checkName(name: string): void {
  if (/^(arn:[a-z-]+:lambda:[a-z0-9-]+:\d{12}:function:)?[\w-]{1,64}$/.test(name)) return;
  throw new UserError(
    `"${name}" is not a function's name, such as Jelas-WebhookFunction, nor its ARN; leave a version or an alias out.`,
    exitCodes.usage,
  );
}

function readVersion(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new UserError(`"${text}" is not a version's number, such as 7.`, exitCodes.usage);
}
