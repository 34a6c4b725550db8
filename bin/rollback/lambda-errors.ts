// What AWS Lambda, or the way to it, said no with, as a sentence with a remedy.
import { liveAlias } from "../../lib/names.ts";
import { faqCommand } from "../faq-command.ts";
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
  return new UserError(sentenceFor(error, step, functionName));
}

function sentenceFor(error: unknown, step: keyof typeof actions, functionName: string): string {
  const { name = "unknown", message = "" } = error instanceof Error ? error : {};
  switch (name) {
    case "ResourceNotFoundException":
      return step === "versions"
        ? `There is no function "${functionName}" in this account and region. \`npx cdk deploy\` prints its name as Function; check AWS_REGION and AWS_PROFILE.`
        : `"${functionName}" has no alias "${liveAlias}": is it the function that \`npx cdk deploy\` printed as Function?`;
    case "PreconditionFailedException":
      return `Somebody else has just moved "${liveAlias}", so nothing was changed here. Look at \`${faqCommand(`rollback ${functionName} --list`)}\`, then decide again.`;
    case "ResourceConflictException":
      return `The function "${functionName}" is just being changed. Wait until that is over, then try again.`;
    case "AccessDeniedException":
      return `Your credentials may not do this: they need ${actions[step]} on "${functionName}".`;
    case "CredentialsProviderError":
      return "There are no AWS credentials. Sign in (`aws sso login`, `aws configure`), or set AWS_PROFILE.";
    case "ExpiredTokenException":
    case "UnrecognizedClientException":
    case "InvalidSignatureException":
      return `AWS does not accept the credentials (${name}). Sign in again, or set AWS_PROFILE.`;
    case "TooManyRequestsException":
      return "AWS asks for patience (TooManyRequestsException). Try again in a minute.";
  }
  if (/^Region (is missing|not accepted)/.test(message)) {
    return "AWS_REGION is missing or names no region: set it to the deployment's, such as ap-southeast-3.";
  }
  return `AWS Lambda can't be asked (${codeOf(error) ?? name}). Check AWS_REGION, your credentials and this machine's connection.`;
}

/** The network's own code says more than the name `Error`. */
function codeOf(error: unknown): string | undefined {
  const { code } = error as { code?: unknown };
  return typeof code === "string" ? code : undefined;
}
