// A function of nothing but as much of the SDK as Jelas uses, called as a question calls it.
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createParameterStore } from "../../../functions/webhook/parameter-store.ts";
import { callAws } from "./aws-calls.ts";

const parameters = createParameterStore();
const Name = process.env.SETTINGS_PARAMETER ?? "";

export const handler = callAws(
  () =>
    parameters.send(
      { input: { Name, WithDecryption: true } },
      { abortSignal: AbortSignal.timeout(2000) },
    ),
  new DynamoDBClient({ maxAttempts: 2 }),
);
