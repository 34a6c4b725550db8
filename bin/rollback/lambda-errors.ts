// What AWS Lambda, or the way to it, said no with, as a sentence with a remedy.

import { faqCommand } from "../../lib/faq-command.ts";
import { liveAlias } from "../../lib/names.ts";
import { tellRefusal } from "../aws-refusal.ts";
import { UserError } from "../user-error.ts";

const actions = {
  versions: "lambda:ListVersionsByFunction",
  live: "lambda:GetAlias",
  move: "lambda:UpdateAlias",
};

export function tellLambdaError(
  error: unknown,
  step: keyof typeof actions,
  functionName: string,
): UserError {
  switch (error instanceof Error ? error.name : "") {
    case "ResourceNotFoundException":
      return new UserError(
        step === "versions"
          ? `There is no function "${functionName}" in this account and region. \`npx cdk deploy\` prints its name as Function; check AWS_REGION and AWS_PROFILE.`
          : `"${functionName}" has no alias "${liveAlias}" in this account and region: is it the function that \`npx cdk deploy\` printed as Function? Check AWS_REGION too.`,
      );
    case "PreconditionFailedException":
      return new UserError(
        `Somebody else has just moved "${liveAlias}", so nothing was changed here. Look at \`${faqCommand(`rollback ${functionName} --list`)}\`, then decide again.`,
      );
    case "ResourceConflictException":
      return new UserError(
        `The function "${functionName}" is just being changed. Wait until that is over, then try again.`,
      );
    default:
      return tellRefusal(error, doings[step](functionName), actions[step]);
  }
}

const doings: Readonly<Record<keyof typeof actions, (functionName: string) => string>> = {
  versions: (functionName) => `list the versions of "${functionName}"`,
  live: (functionName) => `tell which version of "${functionName}" is live`,
  move: (functionName) => `make another version of "${functionName}" live`,
};
