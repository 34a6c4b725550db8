// Lets a build stand only if it passes its smoke test: what isn't there can't be deployed.
import { rmSync } from "node:fs";
import type { PublishedFaq } from "../../functions/webhook/faq/published.ts";
import { UserError } from "../user-error.ts";
import { smokeBundle } from "./smoke-bundle.ts";

/** A broken model fails for each entry; the first few tell it. */
const mostTold = 10;

/** @throws UserError with a sentence for each failure, once the folder is gone */
export async function smokeOrRemove(
  folder: string,
  built: { readonly faq: PublishedFaq; readonly build: string },
): Promise<void> {
  const startedAt = performance.now();
  let isSound = false;
  try {
    const { problems, requests } = await smokeBundle(folder, built);
    isSound = problems.length === 0;
    if (!isSound) throw new UserError(tell(problems, folder));
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    process.stderr.write(
      `${folder} answers: ${requests} requests to a fresh process, ${seconds} s\n`,
    );
  } finally {
    if (!isSound) rmSync(folder, { recursive: true, force: true });
  }
}

function tell(problems: readonly string[], folder: string): string {
  const more = problems.length - mostTold;
  return [
    ...problems.slice(0, mostTold),
    ...(more > 0 ? [`And ${more} more like these.`] : []),
    `The build failed its smoke test, so ${folder} was removed: there is nothing to deploy. What is deployed already goes on answering.`,
  ].join("\n");
}
