// Fresh processes, one after the other and in turns, so that a busy minute is shared by all.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

export interface Variant {
  readonly name: string;
  /** The file that exports `handler`. */
  readonly bundle: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Milliseconds since the process began, and bytes. */
export interface Life {
  readonly bootedMs: number;
  readonly importedMs: number;
  readonly answeredMs: number;
  /** Processor time, all threads together: of the import, and until the first answer. */
  readonly importCpuMs: number;
  readonly wholeCpuMs: number;
  /** Resident memory after the first call, and after many. */
  readonly rss: number;
  readonly rssLater?: number;
}

const run = promisify(execFile);

/**
 * The lives of each variant, in the order of the rounds; what ran in the same round ran at about
 * the same time. With a file of questions each is also asked those.
 */
export async function liveInTurns(
  node: string,
  variants: readonly Variant[],
  rounds: number,
  onProgress: (share: number) => void,
  questionsFile?: string,
): Promise<Life[][]> {
  const lives: Life[][] = variants.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, variant] of variants.entries()) {
      lives[index]?.push(await live(node, variant, questionsFile));
    }
    onProgress((round + 1) / rounds);
  }
  return lives;
}

async function live(
  node: string,
  { name, bundle, environment }: Variant,
  questionsFile?: string,
): Promise<Life> {
  const life = join(import.meta.dirname, "life.mjs");
  const args = [life, pathToFileURL(bundle).href, ...(questionsFile ? [questionsFile] : [])];
  const env = { NODE_NO_WARNINGS: "1", ...environment };
  // The log goes to standard output, and nobody reads it.
  const ending = run(node, args, { env, maxBuffer: 16 * 1024 * 1024 });
  const { stderr } = await ending.catch(() => {
    throw new Error(
      `${name} does not answer. If dist/webhook is older than the code, run \`npm run build\`.`,
    );
  });
  return JSON.parse(stderr);
}
