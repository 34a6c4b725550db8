// A function with two versions on moto, the second of them live.
import {
  CreateAliasCommand,
  CreateFunctionCommand,
  LambdaClient,
  PublishVersionCommand,
  UpdateFunctionCodeCommand,
} from "@aws-sdk/client-lambda";

export async function makeFunctionOnMoto(endpoint: string, FunctionName: string): Promise<void> {
  const client = new LambdaClient({ endpoint });
  try {
    await client.send(
      new CreateFunctionCommand({
        FunctionName,
        Runtime: "nodejs20.x",
        Handler: "index.handler",
        Role: await makeRole(endpoint),
        Code: { ZipFile: emptyZip("b0") },
      }),
    );
    for (const Description of ["build b1", "build b2"]) {
      await client.send(
        new UpdateFunctionCodeCommand({ FunctionName, ZipFile: emptyZip(Description) }),
      );
      await client.send(new PublishVersionCommand({ FunctionName, Description }));
    }
    await client.send(new CreateAliasCommand({ FunctionName, Name: "live", FunctionVersion: "2" }));
  } finally {
    client.destroy();
  }
}

/** moto wants to know the role; it tells services apart by what the signature names. */
async function makeRole(endpoint: string): Promise<string> {
  const scope = "testing/20261127/us-east-1/iam/aws4_request";
  const response = await fetch(endpoint, {
    method: "POST",
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
    },
    body: new URLSearchParams({
      Action: "CreateRole",
      Version: "2010-05-08",
      RoleName: "bot",
      AssumeRolePolicyDocument: "{}",
    }),
  });
  const arn = /<Arn>(.+?)<\/Arn>/.exec(await response.text())?.[1];
  if (!arn) throw new Error("moto made no role");
  return arn;
}

/** No file in it, but another text each time, so that it is another code. */
function emptyZip(comment: string): Uint8Array {
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([end, Buffer.from(comment, "latin1")]);
}
