// The parameter on AWS that the bot reads its settings from, and what can go wrong with it.
import {
  GetParameterCommand,
  ParameterAlreadyExists,
  ParameterNotFound,
  PutParameterCommand,
  SSMClient,
} from "@aws-sdk/client-ssm";
import { faqCommand } from "../../lib/faq-command.ts";
import { tellRefusal } from "../aws-refusal.ts";
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
        throw tellRefusal(error, `read ${name}`, "ssm:GetParameter");
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
        throw tellRefusal(error, `write ${name}`, "ssm:PutParameter");
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
