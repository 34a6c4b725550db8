// What is started in turns: nothing, the SDK, Jelas, and Jelas with a client of its own.
import { basename, join, resolve } from "node:path";
import { writeBundle } from "./bundles.ts";
import type { Variant } from "./lives.ts";

export const deployed = resolve("dist/webhook");

export const names = {
  empty: "empty handler",
  sdkAsUsual: "SDK's two clients, esbuild as usual",
  sdkBuiltAsOurs: "SDK's two clients, built as ours",
  sdkAsUsed: "SDK as Jelas uses it",
  jelas: "Jelas",
  jelasAlone: "Jelas, counting into a file",
  ownSignature: "Jelas with its own signature",
};

/** The folders are bundles with their data; those besides the deployed one are there to compare. */
export async function makeVariants(
  scratch: string,
  folders: readonly string[],
  standIns: Readonly<Record<string, string>>,
): Promise<Variant[]> {
  const alone = { DATA_DIR: join(scratch, "data") };
  const onAws = { ...alone, ...likeLambda, ...standIns };
  const variant = (name: string, folder: string, environment: Variant["environment"] = onAws) => ({
    name,
    bundle: join(folder, "index.mjs"),
    environment,
  });
  const [first = deployed, ...others] = folders;
  return [
    variant(names.empty, await writeBundle("empty", scratch)),
    variant(names.sdkAsUsual, await writeBundle("sdkAsUsual", scratch)),
    variant(names.sdkBuiltAsOurs, await writeBundle("sdkBuiltAsOurs", scratch)),
    variant(names.sdkAsUsed, await writeBundle("sdkAsUsed", scratch)),
    variant(names.jelas, first),
    variant(names.jelasAlone, first, alone),
    variant(names.ownSignature, await writeBundle("ownSignature", scratch, first)),
    ...others.map((folder) => variant(basename(folder), folder)),
  ];
}

/** As Lambda sets them. */
const likeLambda = {
  AWS_LAMBDA_FUNCTION_NAME: "bot",
  AWS_REGION: "us-east-1",
  AWS_ACCESS_KEY_ID: "testing",
  AWS_SECRET_ACCESS_KEY: "testing",
  AWS_SESSION_TOKEN: "testing",
  METRICS_NAMESPACE: "Jelas",
};
