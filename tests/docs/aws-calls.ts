// Calls of the AWS command line: what documents use of it, as AWS describes it.

/** Options of each operation; those that stand alone end in `!`. */
const operations: Readonly<Record<string, string>> = {
  "acm describe-certificate": "certificate-arn",
  "acm request-certificate":
    "domain-name validation-method subject-alternative-names key-algorithm",
  "acm wait certificate-validated": "certificate-arn",
  "cloudformation delete-stack": "stack-name retain-resources role-arn",
  "cloudformation describe-stacks": "stack-name",
  "cloudwatch set-alarm-state": "alarm-name state-value state-reason state-reason-data",
  configure: "profile",
  "configure export-credentials": "format profile",
  "dynamodb delete-table": "table-name",
  "dynamodb describe-backup": "backup-arn",
  "dynamodb list-backups": "table-name backup-type",
  "dynamodb restore-table-from-backup": "target-table-name backup-arn",
  "dynamodb restore-table-to-point-in-time":
    "source-table-name target-table-name restore-date-time use-latest-restorable-time!",
  "dynamodb update-continuous-backups": "table-name point-in-time-recovery-specification",
  "dynamodb update-table":
    "table-name warm-throughput deletion-protection-enabled! no-deletion-protection-enabled!",
  "dynamodb wait table-exists": "table-name",
  "iam create-open-id-connect-provider": "url client-id-list thumbprint-list",
  "iam create-role": "role-name assume-role-policy-document description max-session-duration",
  "iam put-role-policy": "role-name policy-name policy-document",
  "lambda delete-function-concurrency": "function-name",
  "lambda get-account-settings": "",
  "lambda put-function-concurrency": "function-name reserved-concurrent-executions",
  "logs filter-log-events":
    "log-group-name log-stream-names start-time end-time filter-pattern limit",
  "service-quotas request-service-quota-increase": "service-code quota-code desired-value",
  "ssm delete-parameter": "name",
  "ssm get-parameter": "name with-decryption!",
  "sso login": "profile",
  "sts get-caller-identity": "",
};
const ofAll = ["query", "output", "region", "profile"];

export function awsFault(args: readonly string[]): string | undefined {
  const from = args.findIndex((word) => word.startsWith("-"));
  const name = args.slice(0, from < 0 ? args.length : from).join(" ");
  const listed = operations[name];
  if (listed === undefined) return `aws ${name} is not known here`;
  const options = [...listed.split(" "), ...ofAll];
  const rest = from < 0 ? [] : args.slice(from);
  for (let at = 0; at < rest.length; at += 1) {
    const option = rest[at]?.replace(/^--/, "") ?? "";
    if (options.includes(`${option}!`)) continue;
    at += 1;
    if (!options.includes(option)) return `aws ${name} takes no ${rest[at - 1]}`;
    if (rest[at] === undefined) return `aws ${name}: --${option} wants a value`;
  }
  return undefined;
}
