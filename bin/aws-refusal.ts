// What AWS, or the way to it, says no with: in a sentence that says what to do.
import { UserError } from "./user-error.ts";

/**
 * `doing` completes "Can't …", and `action` is the permission that it takes. AWS's own words are
 * left out: they may repeat what was sent.
 */
export function tellRefusal(error: unknown, doing: string, action: string): UserError {
  const { name = "", message = "", code = "" } = error as NodeJS.ErrnoException;
  const why = reasons.find(({ when }) => when.test(name) || when.test(code) || when.test(message));
  return new UserError(
    why
      ? `Can't ${doing}: ${why.tell(action)}`
      : `Can't ${doing}: AWS answered with ${code || name || "an error"}.`,
  );
}

const reasons: readonly { readonly when: RegExp; tell(action: string): string }[] = [
  {
    when: /^Region (is missing|not accepted)/,
    tell: () =>
      "no region is set, or it is misspelt. Set AWS_REGION to the one that the bot is deployed in (AWS_DEFAULT_REGION is not read).",
  },
  {
    when: /^(CredentialsProviderError|TokenProviderError)$/,
    tell: () =>
      "there are no AWS credentials. Set AWS_PROFILE, or sign in with `aws configure` or `aws sso login`.",
  },
  {
    when: /^(ExpiredToken|UnrecognizedClient|InvalidSignature|InvalidClientTokenId|IncompleteSignature)/,
    tell: () => "AWS doesn't accept these credentials; they may have run out. Sign in again.",
  },
  {
    when: /^(ResourceNotFound|ParameterNotFound)/,
    tell: () => "there is none of this name in this account and region. Check it, and AWS_REGION.",
  },
  {
    when: /^AccessDenied/,
    tell: (action) => `these credentials may not. They need ${action} on it.`,
  },
  {
    when: /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|TimeoutError)$/,
    tell: () => "AWS can't be reached. Check the network, AWS_REGION and AWS_ENDPOINT_URL.",
  },
  {
    when: /^ERR_INVALID_URL$/,
    tell: () =>
      "AWS_ENDPOINT_URL, or the one of a service, is not an address such as http://localhost:5000.",
  },
  {
    when: /^(Throttling|TooManyRequests|TooManyUpdates)/,
    tell: () => "AWS has too much to do at the moment. Try again in a minute.",
  },
];
