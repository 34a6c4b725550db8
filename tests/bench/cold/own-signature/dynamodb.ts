// Stands where the SDK's DynamoDB client is imported, with as much of it as the function uses.
//
// It is here to be measured. What it would save and why it isn't used: docs/adr/0013.
import { randomUUID } from "node:crypto";
import { type Call, send } from "./send.ts";

interface Options {
  readonly endpoint?: string;
  readonly region?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly maxAttempts?: number;
}

interface Command {
  readonly operation?: string;
  readonly input: object;
}

export class DynamoDBClient {
  readonly #options: Options;

  constructor(options: Options = {}) {
    this.#options = options;
  }

  async send(command: Command, { abortSignal = new AbortController().signal } = {}) {
    // A command of the SDK's own has its operation in its name.
    const operation = command.operation ?? command.constructor.name.replace("Command", "");
    const token = operation === "TransactWriteItems" ? { ClientRequestToken: randomUUID() } : {};
    const call = this.#call("dynamodb", `DynamoDB_20120810.${operation}`, "1.0", {
      ...token,
      ...command.input,
    });
    const { maxAttempts = 3 } = this.#options;
    const { status, json } = await send(call, this.#keys(), { abortSignal, maxAttempts });
    if (status !== 200) throw errorOf(json);
    return json;
  }

  /** Reads a parameter, as Systems Manager's client would. */
  async getParameter(input: object, abortSignal: AbortSignal) {
    const call = this.#call("ssm", "AmazonSSM.GetParameter", "1.1", input);
    const { status, json } = await send(call, this.#keys(), { abortSignal, maxAttempts: 2 });
    if (status !== 200) throw errorOf(json);
    return json;
  }

  destroy(): void {}

  #call(service: "dynamodb" | "ssm", target: string, version: string, input: object): Call {
    const { env } = process;
    const region = this.#options.region ?? env.AWS_REGION ?? "";
    const named = this.#options.endpoint ?? env[`AWS_ENDPOINT_URL_${service.toUpperCase()}`];
    return {
      url: new URL(named ?? env.AWS_ENDPOINT_URL ?? `https://${service}.${region}.amazonaws.com`),
      scope: { service, region },
      target,
      mediaType: `application/x-amz-json-${version}`,
      body: JSON.stringify(input),
    };
  }

  #keys() {
    const { AWS_ACCESS_KEY_ID = "", AWS_SECRET_ACCESS_KEY = "", AWS_SESSION_TOKEN } = process.env;
    return (
      this.#options.credentials ?? {
        accessKeyId: AWS_ACCESS_KEY_ID,
        secretAccessKey: AWS_SECRET_ACCESS_KEY,
        sessionToken: AWS_SESSION_TOKEN,
      }
    );
  }
}

class OwnCommand<Operation extends string> {
  readonly operation: Operation;
  readonly input: object;
  constructor(operation: Operation, input: object) {
    this.operation = operation;
    this.input = input;
  }
}

export class TransactWriteItemsCommand extends OwnCommand<"TransactWriteItems"> {
  constructor(input: object) {
    super("TransactWriteItems", input);
  }
}

export class UpdateItemCommand extends OwnCommand<"UpdateItem"> {
  constructor(input: object) {
    super("UpdateItem", input);
  }
}

class QueryCommand extends OwnCommand<"Query"> {
  constructor(input: object) {
    super("Query", input);
  }
}

export async function* paginateQuery({ client }: { client: DynamoDBClient }, input: object) {
  let after: unknown;
  do {
    const page = await client.send(
      new QueryCommand({ ...input, ...(after ? { ExclusiveStartKey: after } : {}) }),
    );
    yield page;
    after = page.LastEvaluatedKey;
  } while (after);
}

class OwnError extends Error {
  constructor(name: string, members: object) {
    super(name);
    Object.assign(this, members, { name });
  }
}
export class ConditionalCheckFailedException extends OwnError {}
export class TransactionCanceledException extends OwnError {}
export class TransactionConflictException extends OwnError {}

const knownErrors: Record<string, typeof OwnError> = {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
};

function errorOf(json: Record<string, unknown>): Error {
  const name = String(json.__type).split("#").at(-1) ?? "";
  return new (knownErrors[name] ?? OwnError)(name, json);
}
