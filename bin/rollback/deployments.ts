// The versions of a deployed function, and which of them is live, as AWS Lambda keeps them.
import type { LambdaClientConfig } from "@aws-sdk/client-lambda";
import { liveAlias } from "../../lib/names.ts";
import { tellLambdaError } from "./lambda-errors.ts";

export interface Version {
  readonly number: number;
  /** Absent where AWS doesn't say. */
  readonly madeAt: Date | undefined;
  /** The build's name. */
  readonly description: string;
}

export interface Live {
  /** `undefined` if it points to the latest code instead, which changes under it. */
  readonly version: number | undefined;
  /** Names this state of the alias: a move is refused once somebody else has moved it. */
  readonly revisionId: string | undefined;
}

export interface Deployments {
  /** The newest first. */
  readonly versions: readonly Version[];
  readonly live: Live;
  /** @throws UserError if somebody else has moved it since */
  moveTo(version: number): Promise<void>;
}

/** An operator in a hurry is told soon that AWS can't be reached. */
const patience: LambdaClientConfig = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 3000, requestTimeout: 10_000 },
};

/** @throws UserError if there is no such function, it has no live version, or AWS refuses */
export async function openDeployments(FunctionName: string): Promise<Deployments> {
  // Loaded here only, or every other command would start later for it.
  const { GetAliasCommand, LambdaClient, paginateListVersionsByFunction, UpdateAliasCommand } =
    await import("@aws-sdk/client-lambda");
  const client = new LambdaClient(patience);
  const orTell = async <Value>(step: "versions" | "live" | "move", work: Promise<Value>) =>
    work.catch((error: unknown) => {
      throw tellLambdaError(error, step, FunctionName);
    });

  const versions = await orTell("versions", readVersions());
  const live = await orTell("live", readLive());
  return {
    versions,
    live,
    async moveTo(version) {
      await orTell("move", move(version));
    },
  };

  async function readVersions(): Promise<Version[]> {
    const found: Version[] = [];
    for await (const page of paginateListVersionsByFunction({ client }, { FunctionName })) {
      for (const { Version = "", LastModified, Description = "" } of page.Versions ?? []) {
        // $LATEST is what the next version is made of, not a version.
        if (!isNumber(Version)) continue;
        const madeAt = LastModified ? new Date(LastModified) : undefined;
        found.push({ number: Number(Version), madeAt, description: Description });
      }
    }
    return found.sort((a, b) => b.number - a.number);
  }

  async function readLive(): Promise<Live> {
    const command = new GetAliasCommand({ FunctionName, Name: liveAlias });
    const { FunctionVersion = "", RevisionId } = await client.send(command);
    const version = isNumber(FunctionVersion) ? Number(FunctionVersion) : undefined;
    return { version, revisionId: RevisionId };
  }

  async function move(version: number): Promise<void> {
    await client.send(
      new UpdateAliasCommand({
        FunctionName,
        Name: liveAlias,
        FunctionVersion: String(version),
        // Without this, a share that somebody sends to another version would go on.
        RoutingConfig: { AdditionalVersionWeights: {} },
        RevisionId: live.revisionId,
      }),
    );
  }
}

function isNumber(version: string): boolean {
  return /^\d+$/.test(version);
}
