// The parameter on AWS that the bot reads its settings from, and what can go wrong with it.
import {
  GetParameterCommand,
  ParameterAlreadyExists,
  ParameterNotFound,
  PutParameterCommand,
  SSMClient,
} from "@aws-sdk/client-ssm";
import { faqCommand } from "../faq-command.ts";
import { UserError } from "../user-error.ts";
import type { Place } from "./place.ts";

export interface StoredText {
  readonly text: string;
  /** False of a plain String, which can't be made a SecureString. */
  readonly isEncrypted: boolean;
}

export interface Parameter {
  readonly name: string;
  /** Undefined where there is no such parameter. */
  read(): Promise<StoredText | undefined>;
  /** Makes it; or replaces it, which is only for those who have read it. */
  write(text: string, as: "new" | "replacement"): Promise<void>;
}

export function openParameter(name: string, client = new SSMClient({})): Parameter {
  return {
    name,
    async read() {
      try {
        const command = new GetParameterCommand({ Name: name, WithDecryption: true });
        const { Parameter } = await client.send(command);
        return { text: Parameter?.Value ?? "", isEncrypted: Parameter?.Type === "SecureString" };
      } catch (error) {
        if (error instanceof ParameterNotFound) return undefined;
        throw sentenceFor(error, `read ${name}`, "ssm:GetParameter");
      }
    },
    async write(text, as) {
      try {
        const input = { Name: name, Value: text, Type: "SecureString" } as const;
        await client.send(new PutParameterCommand({ ...input, Overwrite: as === "replacement" }));
      } catch (error) {
        if (error instanceof ParameterAlreadyExists) {
          throw new UserError(
            `Somebody has made ${name} in the meantime. Nothing was changed: try again.`,
          );
        }
        throw sentenceFor(error, `write ${name}`, "ssm:PutParameter");
      }
    },
  };
}

/** @throws UserError where secrets lie in the open, in a parameter whose type can't be changed */
export async function readEncrypted(parameter: Parameter): Promise<string | undefined> {
  const stored = await parameter.read();
  if (stored && !stored.isEncrypted) {
    throw new UserError(
      `${parameter.name} is not encrypted, and AWS can't change that. Save what it holds in a file, delete it (aws ssm delete-parameter --name ${parameter.name}), then put the file: ${faqCommand("settings --put --from <file>")}`,
    );
  }
  return stored?.text;
}

export function noParameter({ parameter, options }: Place): string {
  return `There is no parameter ${parameter} in this account and region. Make it: ${faqCommand(`settings --put${options}`)}`;
}

/** Without AWS's own words, which may repeat what was sent. */
function sentenceFor(error: unknown, doing: string, action: string): UserError {
  const { name = "", message = "", code = "" } = error as NodeJS.ErrnoException;
  const why = reasons.find(({ when }) => when.test(name) || when.test(code) || when.test(message));
  return new UserError(
    why
      ? `Can't ${doing}: ${why.tell(action)}`
      : `Can't ${doing}: AWS answered with ${name || "an error"}.`,
  );
}

const reasons: readonly { readonly when: RegExp; tell(action: string): string }[] = [
  {
    when: /^Region is missing/,
    tell: () => "no region is set. Set AWS_REGION to the one that the bot is deployed in.",
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
    when: /^AccessDenied/,
    tell: (action) =>
      `these credentials may not. They need ${action} on it, and leave to use its key if that is one of your own.`,
  },
  {
    when: /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|TimeoutError)$/,
    tell: () => "AWS can't be reached. Check the network, AWS_REGION and AWS_ENDPOINT_URL.",
  },
  {
    when: /^(Throttling|TooManyUpdates|ParameterLimitExceeded)/,
    tell: () => "AWS has too much to do at the moment, or too many parameters. Try again.",
  },
];
