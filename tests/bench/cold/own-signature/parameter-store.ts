// Stands where the function's own reading of a parameter is imported: see dynamodb.ts.
import { DynamoDBClient } from "./dynamodb.ts";

export function createParameterStore(client = new DynamoDBClient()) {
  return {
    send: ({ input }: { input: object }, { abortSignal }: { abortSignal: AbortSignal }) =>
      client.getParameter(input, abortSignal),
  };
}
