// What is at moto's AWS: asked directly, where the project itself has no client for it.
import { CloudWatchClient, ListDashboardsCommand } from "@aws-sdk/client-cloudwatch";
import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { LambdaClient, paginateListFunctions } from "@aws-sdk/client-lambda";
import { DescribeParametersCommand, SSMClient } from "@aws-sdk/client-ssm";

const region = "us-east-1";

export interface Aws {
  readonly endpoint: string;
  /** For whatever is to take this for AWS. */
  readonly environment: Readonly<Record<string, string>>;
  readonly lambda: LambdaClient;
  /**
   * The names of everything that a deployment might leave behind, by kind. Policies are not among
   * them: moto never deletes one.
   */
  inventory(): Promise<Record<string, string[]>>;
  /** A file that the CDK has uploaded. */
  readUpload(name: string): Promise<Buffer>;
}

export function awsAt(endpoint: string): Aws {
  const credentials = { accessKeyId: "testing", secretAccessKey: "testing" };
  const options = { endpoint, region, credentials };
  const lambda = new LambdaClient(options);
  const dynamo = new DynamoDBClient(options);
  const cloudWatch = new CloudWatchClient(options);
  const ssm = new SSMClient(options);

  /** moto looks only at the service that a request is signed for, not at the signature. */
  const request = (service: string, path: string, body?: string, target?: string) =>
    fetch(`${endpoint}${path}`, {
      method: body === undefined ? "GET" : "POST",
      ...(body === undefined ? {} : { body }),
      headers: {
        authorization: `AWS4-HMAC-SHA256 Credential=testing/20261123/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`,
        ...(body === undefined
          ? {}
          : {
              "content-type": target
                ? "application/x-amz-json-1.1"
                : "application/x-www-form-urlencoded",
            }),
        ...(target ? { "x-amz-target": target } : {}),
      },
    });

  /** The texts within an element of the XML that a query answers with. */
  const query = async (service: string, parameters: Record<string, string>, element: string) => {
    const body = new URLSearchParams(parameters).toString();
    const xml = await (await request(service, "/", body)).text();
    return [...xml.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, "g"))].map(
      ([, text = ""]) => text,
    );
  };

  return {
    endpoint,
    environment: {
      AWS_ENDPOINT_URL: endpoint,
      AWS_ACCESS_KEY_ID: "testing",
      AWS_SECRET_ACCESS_KEY: "testing",
      AWS_REGION: region,
      AWS_DEFAULT_REGION: region,
    },
    lambda,
    async inventory() {
      const functions: string[] = [];
      for await (const { Functions = [] } of paginateListFunctions({ client: lambda }, {})) {
        functions.push(...Functions.map(({ FunctionName = "" }) => FunctionName));
      }
      const { TableNames: tables = [] } = await dynamo.send(new ListTablesCommand({}));
      const { Parameters = [] } = await ssm.send(new DescribeParametersCommand({}));
      const { DashboardEntries: dashboards = [] } = await cloudWatch.send(
        new ListDashboardsCommand({}),
      );
      const logs = await request("logs", "/", "{}", "Logs_20140328.DescribeLogGroups");
      const { logGroups } = (await logs.json()) as { logGroups: { logGroupName: string }[] };
      return {
        functions,
        tables,
        parameters: Parameters.map(({ Name = "" }) => Name),
        logs: logGroups.map(({ logGroupName }) => logGroupName),
        roles: await query("iam", { Action: "ListRoles", Version: "2010-05-08" }, "RoleName"),
        topics: await query("sns", { Action: "ListTopics", Version: "2010-03-31" }, "TopicArn"),
        dashboards: dashboards.map(({ DashboardName = "" }) => DashboardName),
      };
    },
    async readUpload(name) {
      const response = await request("s3", `/cdk-hnb659fds-assets-123456789012-${region}/${name}`);
      if (!response.ok) throw new Error(`No upload ${name}: status ${response.status}`);
      return Buffer.from(await response.arrayBuffer());
    },
  };
}
