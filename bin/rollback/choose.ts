// Which version to go back to: the one before the live one, or the one that was asked for.

import { faqCommand } from "../../lib/faq-command.ts";
import { liveAlias } from "../../lib/names.ts";
import { UserError } from "../user-error.ts";
import type { Deployments, Version } from "./deployments.ts";

/** @throws UserError if there is no such version */
export function chooseVersion(
  { versions, live }: Pick<Deployments, "versions" | "live">,
  functionName: string,
  wanted?: number,
): Version {
  const list = `\`${faqCommand(`rollback ${functionName} --list`)}\``;
  if (wanted !== undefined) {
    const version = versions.find(({ number }) => number === wanted);
    if (version) return version;
    throw new UserError(`There is no version ${wanted}. ${list} shows those there are.`);
  }
  const current = live.version;
  if (current === undefined) {
    throw new UserError(
      `"${liveAlias}" points to the function's latest code, not to a version. Name one with --to; ${list} shows them.`,
    );
  }
  const before = versions.find(({ number }) => number < current);
  if (before) return before;
  throw new UserError(
    `There is no version before ${current}, which is live. To go back, check the earlier code out and \`npx cdk deploy\` it.`,
  );
}
