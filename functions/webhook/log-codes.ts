// The closed list of codes that the log may hold: what failed, in a word that says nothing else.

// Stryker disable StringLiteral,ArrayDeclaration: a list is data, which has no other source.
const codes = [
  // Our own.
  ...["timeout", "network", "no-time", "Deadline", "Resting", "Closed"],
  // Kinds of errors.
  ...["Error", "TypeError", "RangeError", "ReferenceError", "SyntaxError", "URIError", "EvalError"],
  ...["AggregateError", "AbortError", "TimeoutError", "SettingsError", "StoreUnavailable"],
  // The system's.
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH"],
  ...["ENETUNREACH", "ENOSPC", "EROFS", "EACCES", "EPERM", "EIO", "EMFILE", "ENOENT", "EDQUOT"],
  // DynamoDB's: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html
  ...["TransactionConflict", "TransactionConflictException", "TransactionCanceledException"],
  ...["ConditionalCheckFailed", "ConditionalCheckFailedException", "ValidationError"],
  ...["ProvisionedThroughputExceeded", "ProvisionedThroughputExceededException"],
  ...["ThrottlingError", "ThrottlingException", "RequestLimitExceeded", "InternalServerError"],
  ...["ServiceUnavailable", "TransactionInProgressException", "ResourceNotFoundException"],
  ...["ItemCollectionSizeLimitExceeded", "ItemCollectionSizeLimitExceededException"],
  // Of AWS in general, and of its parameters.
  ...["AccessDeniedException", "ValidationException", "UnrecognizedClientException"],
  ...["ExpiredTokenException", "InvalidSignatureException", "IncompleteSignatureException"],
  ...["MissingAuthenticationTokenException", "CredentialsProviderError", "NetworkingError"],
  ...["ParameterNotFound", "InternalFailure", "KMSInvalidStateException"],
  // Meta's own numbers: those that mean something to us, and those that an operator may meet.
  // https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes
  ...["0", "1", "2", "3", "4", "10", "17", "32", "33", "100", "190", "200", "230", "299", "368"],
  ...["551", "613", "1200", "2018", "80001", "80006", "80007", "80008", "130429", "130472"],
  ...["130497", "131000", "131005", "131008", "131009", "131016", "131021", "131026", "131030"],
  ...["131031", "131037", "131042", "131045", "131047", "131048", "131049", "131050", "131051"],
  ...["131052", "131053", "131056", "131057", "131062", "132000", "133000", "133004", "133005"],
  ...["133006", "133008", "133009", "133010", "133015", "133016", "135000"],
] as const;
// Stryker restore all

type KnownCode = (typeof codes)[number];
/** Any HTTP status that is an error, or one of the list; `other` stands for whatever isn't. */
export type LogCode = KnownCode | `${4 | 5}${number}` | "other";

const known: ReadonlySet<string> = new Set([...codes, "other"]);
const httpError = /^[45]\d\d$/;

export function isLogCode(code: unknown): code is LogCode {
  return typeof code === "string" && (known.has(code) || httpError.test(code));
}

/** The code as the log may hold it: a stranger's may be anything. */
export function logCode(code: string): LogCode {
  return isLogCode(code) ? code : "other";
}

/** The name of an error's kind, which is all of it that may be logged. */
export function codeOf(error: unknown): LogCode {
  return error instanceof Error ? logCode(error.name) : "other";
}
