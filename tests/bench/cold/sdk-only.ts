// A function of nothing but the SDK: its two clients, called as a question calls them.
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { GetParameterCommand, SSMClient } from "@aws-sdk/client-ssm";
import { callAws } from "./aws-calls.ts";

const parameters = new SSMClient({ maxAttempts: 2 });
const Name = process.env.SETTINGS_PARAMETER;

export const handler = callAws(
  () => parameters.send(new GetParameterCommand({ Name, WithDecryption: true })),
  new DynamoDBClient({ maxAttempts: 2 }),
);
